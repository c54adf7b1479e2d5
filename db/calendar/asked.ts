import type { Relation } from '@shared/core/permissions'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import type { ReadContext } from '../context'

/** Which days of the calendar are wanted, and by whom. */
export type Asked = {
  context: ReadContext
  viewer: Viewer
  dates: readonly string[]
  /** The local midnight that begins each date, and the one that ends the last. */
  midnights: readonly number[]
  mine: boolean
  perDay: number
}

/** What one kind has on one day: the first items in their order, and how many there are. */
export type DayPart = { items: CalendarItem[]; total: number }

/** What most kinds leave open. */
export const plainItem = {
  ...{ minutes: null, durationMinutes: null, type: null, priority: null },
  ...{ done: false, repeats: false, ghost: false, lunar: null, age: null, movable: false },
} as const

/** First and last moment of all days, the last exclusive. */
export function spanOf({ midnights }: Asked): { from: number; to: number } {
  return { from: midnights[0] ?? 0, to: midnights.at(-1) ?? 0 }
}

/** Whose a customer is, as far as rights differ by it: what anybody may claim counts as a colleague's. */
export function relationIn(
  { userId }: Viewer,
  { ownerId, pooledAt }: { ownerId: number; pooledAt: number | null },
): Relation {
  if (pooledAt !== null) return 'pool'
  return ownerId === userId ? 'own' : 'other'
}
