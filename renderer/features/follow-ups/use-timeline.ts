import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import type { TimelineCursor, TimelineKind } from '@shared/features/timeline/timeline.schema'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

type Page = RouteOutput<'customers.listTimeline'>
type Before = TimelineCursor | null

const pageSize = 100

/**
 * What happened with a customer, newest first, page by page from the last item on.
 * @param kinds empty for all
 * @param text words that must stand in an item; empty for all
 */
export function useTimeline(customerId: number, kinds: TimelineKind[], text: string) {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], Before>({
    queryKey: routeKey('customers.listTimeline', { customerId, kinds, text, limit: pageSize }),
    queryFn: ({ pageParam }) =>
      request('customers.listTimeline', {
        ...{ customerId, kinds, text, before: pageParam, limit: pageSize },
      }),
    initialPageParam: null,
    getNextPageParam: ({ items, hasMore }) => {
      const last = items.at(-1)
      return hasMore && last ? { at: last.at, kind: last.kind, id: last.id } : undefined
    },
  })
  const pages = query.data?.pages
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? null, [pages])
  return { ...query, items }
}
