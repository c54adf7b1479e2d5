import { fieldLevelOf, mayUse, type Relation, type Role } from '@shared/core/permissions'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { deadlineOf } from '@shared/core/days/workdays'
import { type DeadlineCause, deadlineCauses } from './deadlines.enums'
import type { DeadlineSettings } from './deadlines.schema'

/**
 * When a profile has to be up to date after something changed: some hours later by the clock, or when the last of so many working days
 * ends, days off left out (R057, R058, D5).
 * @param at epoch ms
 * @returns epoch ms; for working days the midnight that ends the day, exclusive
 */
export function dueOf(
  at: number,
  { mode, hours, workdays }: Pick<DeadlineSettings, 'mode' | 'hours' | 'workdays'>,
  calendar: HolidayCalendar,
): number {
  return deadlineOf(at, mode === 'clock' ? { hours } : { workdays }, calendar)
}

/** Of which causes a role may know: a clock tells that there is a need, a number, a purchase or a case, and that it is new (R084). */
export function knownCauses(role: Role, relation: Relation): DeadlineCause[] {
  const knows: Record<DeadlineCause, boolean> = {
    purchase: mayUse(role, 'follow-ups.read', relation),
    contact: fieldLevelOf(role, 'contact', relation) !== 'none',
    need: fieldLevelOf(role, 'notes', relation) === 'full',
    complaint: mayUse(role, 'service-cases.read', relation),
    praise: mayUse(role, 'service-cases.read', relation),
  }
  return deadlineCauses.filter((cause) => knows[cause])
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What a clock shows: whole days from two days on, whole hours from one hour on, else minutes. */
export type ClockReading = { overdue: boolean; unit: 'day' | 'hour' | 'minute'; count: number }

/**
 * How long is left until something is due, or by how much it is over. What is left is rounded up and what is over down, so that a
 * clock never promises more than there is after its last minute, and never says 0 before.
 * @param now epoch ms
 */
export function readClock(dueAt: number, now: number): ClockReading {
  const overdue = now >= dueAt
  const distance = Math.abs(dueAt - now)
  const round = overdue ? Math.floor : Math.ceil
  if (distance >= 2 * day) return { overdue, unit: 'day', count: round(distance / day) }
  if (distance > hour || (overdue && distance === hour))
    return { overdue, unit: 'hour', count: round(distance / hour) }
  return { overdue, unit: 'minute', count: round(distance / minute) }
}

/**
 * How many clocks ran out, told by a count that was taken a while ago and by the ones that are due first, as they stand now.
 * @param counted how many had run out when they were counted
 * @param now epoch ms
 */
export function countOverdue(
  counted: number,
  first: readonly { dueAt: number }[],
  now: number,
): number {
  return Math.max(counted, first.filter(({ dueAt }) => dueAt <= now).length)
}
