import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RouteInput, RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'

type Page = RouteOutput<'tasks.list'>
type After = RouteInput<'tasks.list'>['after']
const pageSize = 100

/** Tasks page by page, from the last one on; the former ones stand while a new filter is read. */
export function useTasks(input: Omit<RouteInput<'tasks.list'>, 'after' | 'limit'>) {
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], After>({
    queryKey: routeKey('tasks.list', { ...input, limit: pageSize }),
    queryFn: ({ pageParam }) =>
      request('tasks.list', { ...input, limit: pageSize, after: pageParam }),
    initialPageParam: null,
    placeholderData: keepPreviousData,
    getNextPageParam: ({ tasks, hasMore }) => {
      const last = tasks.at(-1)
      if (!hasMore || !last) return undefined
      return { at: input.state === 'closed' ? last.doneAt : last.dueAt, id: last.id }
    },
  })
  const pages = query.data?.pages
  const tasks = useMemo(() => pages?.flatMap((page) => page.tasks) ?? null, [pages])
  return { ...query, tasks }
}
