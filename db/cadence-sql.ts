import { toIsoDate } from '@shared/core/dates'
import { instantOf } from '@shared/core/days/day-arithmetic'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { firstDayInTime } from '@shared/features/cadence/cadence.rules'
import type { CadenceSettings } from '@shared/features/cadence/cadence.schema'
import { type Tier, tiers } from '@shared/features/customers/customers.enums'

/** Until when contact must have been for a tier to be late, as an instant and as its day; both null for a tier without a rhythm. */
export type LateLimits = Record<Tier, { before: number | null; day: string | null }>

/** @param now epoch ms */
export function lateLimits(
  settings: CadenceSettings,
  calendar: HolidayCalendar,
  now: number,
): LateLimits {
  const limitOf = (tier: Tier) => {
    const rhythm = settings[tier]
    if (rhythm === null) return { before: null, day: null }
    const day = firstDayInTime(toIsoDate(now), rhythm, calendar)
    return { before: instantOf(day, 0), day }
  }
  return Object.fromEntries(tiers.map((tier) => [tier, limitOf(tier)])) as LateLimits
}

/**
 * Who could be visited at all: at work, somebody's, not lost, and with nothing planned, neither a next step nor a task with a day.
 * The plus keeps the planner from the index of next steps, where nearly all rows of a neglected book stand alike.
 */
export const unplanned = `archived_at IS NULL AND +next_follow_at IS NULL AND pooled_at IS NULL AND stage <> 'lost'
  AND NOT EXISTS (SELECT 1 FROM task WHERE task.customer_id = customer.id AND due_at IS NOT NULL AND status IN ('open', 'waiting'))`

/** Never spoken to counts from the first contact, else from when it was entered (D2). */
export const lateWithoutContact = (before: string, day: string) =>
  `CASE WHEN first_contact_on IS NOT NULL THEN first_contact_on < ${day} ELSE created_at < ${before} END`
