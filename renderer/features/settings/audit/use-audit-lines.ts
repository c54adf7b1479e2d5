import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import type { AuditFilter } from '@shared/features/audit/audit.schema'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

type Page = RouteOutput<'audit.list'>
type Before = number | null

const limit = 100

/**
 * The trail page by page from the newest entry on. Every command adds an entry and announces its own topics only, so
 * nothing is kept for the next visit.
 */
export function useAuditLines(filter: AuditFilter) {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], Before>({
    queryKey: [...routeKey('audit.list', { filter, limit }), 'pages'],
    queryFn: ({ pageParam }) => request('audit.list', { filter, before: pageParam, limit }),
    initialPageParam: null,
    getNextPageParam: ({ lines, hasMore }) => (hasMore ? (lines.at(-1)?.id ?? null) : null),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const pages = query.data?.pages
  const lines = useMemo(() => pages?.flatMap((page) => page.lines) ?? null, [pages])
  return { ...query, lines }
}
