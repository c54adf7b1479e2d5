import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

type Lines = RouteOutput<'history.list'>
type Groups = RouteOutput<'history.ofCustomer'>
type Before = number | null

const limit = 50
const groupsLimit = 30

/** The commands that can be taken back or were, newest first, page by page. */
export function useHistoryLines(mine: boolean) {
  const query = useInfiniteQuery<Lines, AppError, { pages: Lines[] }, readonly unknown[], Before>({
    queryKey: [...routeKey('history.list', { mine, limit }), 'pages'],
    queryFn: ({ pageParam }) => request('history.list', { mine, before: pageParam, limit }),
    initialPageParam: null,
    getNextPageParam: ({ lines, hasMore }) => (hasMore ? (lines.at(-1)?.commandId ?? null) : null),
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages
  const lines = useMemo(() => pages?.flatMap((page) => page.lines) ?? null, [pages])
  return { ...query, lines }
}

/** What was changed of one customer, newest first, page by page. */
export function useFieldHistory(customerId: number) {
  const query = useInfiniteQuery<Groups, AppError, { pages: Groups[] }, readonly unknown[], Before>(
    {
      queryKey: [...routeKey('history.ofCustomer', { customerId }), 'pages'],
      queryFn: ({ pageParam }) =>
        request('history.ofCustomer', { customerId, before: pageParam, limit: groupsLimit }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
    },
  )
  const pages = query.data?.pages
  const groups = useMemo(() => pages?.flatMap((page) => page.groups) ?? null, [pages])
  return { ...query, groups }
}
