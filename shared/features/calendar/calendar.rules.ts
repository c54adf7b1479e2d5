import { addDays, daysFromTo, instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { listOccurrences } from '../tasks/recurrence.rules'
import { fromRRule } from '../tasks/rrule-text.rules'
import { type CalendarItem, type CalendarMove, longestRange } from './calendar.schema'

/** Every date from one to another, both included. */
export function datesBetween(from: string, to: string): string[] {
  return Array.from({ length: daysFromTo(from, to) + 1 }, (_, index) => addDays(from, index))
}

/** The local midnights that begin these dates, and the one that ends the last: a day of 23 or 25 hours is one day. */
export function midnightsOf(dates: readonly string[]): number[] {
  const last = dates.at(-1)
  return last === undefined ? [] : [...dates, addDays(last, 1)].map((date) => instantOf(date, 0))
}

/** The place of the day in which an instant lies, by the midnights; -1 outside. */
export function dayIndexOf(midnights: readonly number[], at: number): number {
  const end = midnights.findIndex((midnight) => midnight > at)
  return end - 1 < 0 ? -1 : end - 1
}

/** Time of day of something planned; null where only the day counts, as with whatever stands at midnight. */
export function timeOfDay(at: number, allDay: boolean): number | null {
  const minutes = minutesOf(at)
  return allDay || minutes === 0 ? null : minutes
}

/**
 * Where something stands after a move. It keeps its time on the wall unless the move gives one, so that nine o'clock stays nine
 * o'clock when summer time begins in between.
 */
export function movedTo(
  before: { at: number | null; allDay: boolean },
  { date, minutes }: Omit<CalendarMove, 'id'>,
): { at: number; allDay: boolean } {
  const kept = before.at === null ? null : timeOfDay(before.at, before.allDay)
  const time = minutes === undefined ? kept : minutes
  return { at: instantOf(date, time ?? 0), allDay: time === null }
}

type Repeating = { recurrence: string; seriesStart: string | null; dueOn: string }

/** The dates on which an open task will come again after the one it is due on; none for a rule that this program cannot read. */
export function comesAgainOn(
  { recurrence, seriesStart, dueOn }: Repeating,
  { from, to }: { from: string; to: string },
  calendar: HolidayCalendar,
): string[] {
  const rule = fromRRule(recurrence)
  if (!rule) return []
  const after = addDays(dueOn, 1)
  const begin = after > from ? after : from
  if (begin > to) return []
  return listOccurrences(rule, seriesStart ?? dueOn, begin, to, longestRange, calendar)
}

const kindOrder = { birthday: 0, task: 1, 'next-step': 2 } as const

/** The order within a day: what is open before what is done, the whole day before times, then by time. */
export function inDayOrder(one: CalendarItem, other: CalendarItem): number {
  return (
    Number(one.done) - Number(other.done) ||
    (one.minutes ?? -1) - (other.minutes ?? -1) ||
    kindOrder[one.kind] - kindOrder[other.kind] ||
    one.id - other.id
  )
}
