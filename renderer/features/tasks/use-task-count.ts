import { useRouteQuery } from '@renderer/lib/client'

/** How many tasks of a customer are open; null until it is known. */
export function useTaskCount(customerId: number): number | null {
  return useRouteQuery('tasks.count', { customerId }).data?.open ?? null
}
