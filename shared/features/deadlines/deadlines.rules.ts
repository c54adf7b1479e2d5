import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { deadlineOf } from '@shared/core/days/workdays'
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
