import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

type Page = RouteOutput<'follow-ups.list'>
type Before = { occurredAt: number; id: number } | null

const pageSize = 100

/** Follow-ups of a customer, newest first, page by page from the last entry on. */
export function useTimeline(customerId: number) {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], Before>({
    queryKey: routeKey('follow-ups.list', { customerId, limit: pageSize }),
    queryFn: ({ pageParam }) =>
      request('follow-ups.list', { customerId, before: pageParam, limit: pageSize }),
    initialPageParam: null,
    getNextPageParam: ({ entries, hasMore }) => {
      const last = entries.at(-1)
      return hasMore && last ? { occurredAt: last.occurredAt, id: last.id } : undefined
    },
  })
  const pages = query.data?.pages
  const entries = useMemo(() => pages?.flatMap((page) => page.entries) ?? null, [pages])
  return { ...query, entries }
}
