import { instantOf } from '@shared/core/days/day-arithmetic'
import { useRouteQuery } from '@renderer/lib/client'

/** The day on which the rhythm of the customer's tier asks for the next visit after one at `now` (R065): its midnight, or null. */
export function useRhythmDay(customerId: number, now: number): number | null {
  const { data } = useRouteQuery('cadence.propose', { customerId, from: now })
  return data?.date ? instantOf(data.date, 0) : null
}
