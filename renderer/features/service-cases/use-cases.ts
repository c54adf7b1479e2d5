import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteInput, RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

type Page = RouteOutput<'service-cases.list'>
type After = { openedAt: number; id: number } | null
export type CaseFilterInput = NonNullable<RouteInput<'service-cases.list'>['filter']>

const pageSize = 100

/** Cases of a filter, page by page from the last one on. */
export function useCases(filter: CaseFilterInput) {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], After>({
    queryKey: routeKey('service-cases.list', { filter, limit: pageSize }),
    queryFn: ({ pageParam }) =>
      request('service-cases.list', { filter, after: pageParam, limit: pageSize }),
    initialPageParam: null,
    getNextPageParam: ({ cases, hasMore }) => {
      const last = cases.at(-1)
      return hasMore && last ? { openedAt: last.openedAt, id: last.id } : undefined
    },
    placeholderData: (former) => former,
  })
  const pages = query.data?.pages
  const cases = useMemo(() => pages?.flatMap((page) => page.cases) ?? null, [pages])
  return { ...query, cases }
}
