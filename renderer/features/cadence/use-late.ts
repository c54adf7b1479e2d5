import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import type { LateCursor } from '@shared/features/cadence/cadence.schema'
import type { Tier } from '@shared/features/customers/customers.enums'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

type Page = RouteOutput<'cadence.late'>
export type LateFilter = { tier: Tier | null; ownerId: number | null }

const pageSize = 100

/** Customers that are late with nothing planned, page by page from the last one on. */
export function useLate(filter: LateFilter) {
  const input = { ...filter, limit: pageSize }
  const query = useInfiniteQuery<
    Page,
    AppError,
    { pages: Page[] },
    readonly unknown[],
    LateCursor | null
  >({
    queryKey: routeKey('cadence.late', input),
    queryFn: ({ pageParam }) => request('cadence.late', { ...input, after: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const pages = query.data?.pages
  const customers = useMemo(() => pages?.flatMap((page) => page.customers) ?? null, [pages])
  return { ...query, customers }
}
