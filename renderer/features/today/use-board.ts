import {
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteOutput } from '@shared/contract'
import { todayGroups, type TodayGroup } from '@shared/features/today/today.enums'
import type { ItemCursor } from '@shared/features/today/today.schema'
import { request, useRouteQuery } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'
import { boardRows, type BoardRow } from './board-rows'
import { useBoardStore, useWhose } from './today-store'

type Page = RouteOutput<'today.list'>

/** The pages of one group, read as the view comes near. */
function useGroup(group: TodayGroup) {
  const whose = useWhose((state) => state.whose)
  return useInfiniteQuery({
    queryKey: routeKey('today.list', { group, whose }),
    queryFn: ({ pageParam }) =>
      request<'today.list'>('today.list', { group, whose, after: pageParam }),
    initialPageParam: null as ItemCursor | null,
    getNextPageParam: (page: Page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export type Board = {
  rows: BoardRow[]
  error: unknown
  isLoaded: boolean
  /** Shows the old answer while the new one is on its way. */
  isStale: boolean
  retry: () => void
  readMore: (group: TodayGroup) => void
}

/** Everything on the board of the person that was chosen, as rows. */
export function useBoard(): Board {
  const overdue = useGroup('overdue')
  const today = useGroup('today')
  const week = useGroup('week')
  const waiting = useGroup('waiting')
  const queries = useMemo(
    () => ({ overdue, today, week, waiting }),
    [overdue, today, week, waiting],
  )
  const { group: only, showsDone, lingering } = useBoardStore()
  const whose = useWhose((state) => state.whose)
  const done = useRouteQuery(
    'today.listDone',
    { whose },
    { enabled: showsDone, keepPrevious: true },
  )
  const doneItems = showsDone ? (done.data?.items ?? null) : null
  const rows = useMemo(
    () =>
      boardRows(
        todayGroups
          .filter((group) => only === null || group === only)
          .map((group) => ({
            group,
            items: itemsOf(queries[group]),
            hasMore: queries[group].hasNextPage,
          })),
        { lingering, done: doneItems },
      ),
    [queries, only, lingering, doneItems],
  )
  const all = Object.values(queries)
  return {
    rows,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    isLoaded: all.every(({ data }) => data !== undefined),
    isStale: all.some(({ isPlaceholderData }) => isPlaceholderData),
    retry: () => all.forEach((query) => void query.refetch()),
    readMore(group) {
      const query = queries[group]
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
  }
}

function itemsOf({ data }: UseInfiniteQueryResult<{ pages: Page[] }>) {
  return data?.pages.flatMap(({ items }) => items) ?? []
}
