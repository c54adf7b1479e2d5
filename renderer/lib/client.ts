import {
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Topic } from '@shared/core/contract'
import type { KebuEvent, RouteInput, RouteName, RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import { request } from './request'
import { routeKey, type CommandRoute, type QueryRoute } from './route-keys'

export { request } from './request'

export type RouteQueryOptions = {
  enabled?: boolean
  /** Show the former answer while the next one loads (lists, filters). */
  keepPrevious?: boolean
}

/** Data lies on this machine and changes are announced, so nothing grows stale by itself and nothing is retried. */
export function createQueryClient(): QueryClient {
  const local = { networkMode: 'always', retry: false } as const
  return new QueryClient({
    defaultOptions: {
      queries: { ...local, staleTime: Infinity, gcTime: 5 * 60_000, refetchOnWindowFocus: false },
      mutations: local,
    },
  })
}

/** A query of the contract, cached under [topic, route, input] and read again when its topic changes. */
export function useRouteQuery<R extends QueryRoute>(
  route: R,
  input: RouteInput<R>,
  options: RouteQueryOptions = {},
): UseQueryResult<RouteOutput<R>, AppError> {
  return useQuery<RouteOutput<R>, AppError>({
    queryKey: routeKey(route, input),
    queryFn: () => request<R>(route, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** A command of the contract; what it changes comes back as one `data.changed` event. */
export function useRouteCommand<R extends CommandRoute & RouteName>(
  route: R,
): UseMutationResult<RouteOutput<R>, AppError, RouteInput<R>> {
  return useMutation<RouteOutput<R>, AppError, RouteInput<R>>({
    mutationKey: [route],
    mutationFn: (input) => request<R>(route, input),
  })
}

/**
 * What is worked out anew from whatever changes of a topic: judgements of a customer, lists that tell of one by name, what rules set
 * going, and the board and the calendar, which show what lies in several features.
 */
const following: Partial<Record<Topic, readonly Topic[]>> = {
  customers: [
    ...(['quality', 'cadence', 'deadlines', 'service-cases', 'calendar', 'today'] as const),
    ...(['tags', 'automation', 'follow-ups', 'tasks', 'notices'] as const),
  ],
  'follow-ups': ['calendar', 'today'],
  tasks: ['calendar', 'today'],
  notices: ['today'],
  users: ['today'],
}

function withFollowing(topic: Topic): Topic[] {
  return [topic, ...(following[topic] ?? [])]
}

/** Applies what main announces to the cache. Returns the unsubscriber. */
export function connectCache(client: QueryClient, on: (l: (e: KebuEvent) => void) => () => void) {
  return on((event) => {
    if (event.type === 'data.changed')
      for (const topic of new Set(event.topics.flatMap(withFollowing)))
        void client.invalidateQueries({ queryKey: [topic] })
    if (event.type === 'vault.changed') void client.invalidateQueries({ queryKey: ['vault'] })
    if (event.type === 'data-process.restarted') void client.invalidateQueries()
  })
}
