import { addDays, partsOf, weekdayOf } from '@shared/core/days/day-arithmetic'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { nextWorkday } from '@shared/core/days/workdays'
import { ruleDates } from './recurrence-dates.rules'
import type { Recurrence } from './recurrence.schema'

/** No break of working days is longer: an occurrence does not move further than that. */
const furthestMove = 60

/**
 * The first occurrence after a date, or null when there is none. Occurrences are dates of the calendar: the time of day stays with
 * the task and is the same on the wall in summer and winter.
 * @param start date from which the recurrence runs; it is an occurrence itself only when it fits
 * @param after exclusive
 * @param calendar needed by recurrences with `skipDaysOff`
 */
export function nextOccurrence(
  recurrence: Recurrence,
  start: string,
  after: string,
  calendar: HolidayCalendar,
): string | null {
  for (const date of occurrencesFrom(recurrence, start, addDays(after, 1), calendar)) return date
  return null
}

/** The occurrences from one date to another, both included, in order and each once; at most `limit`. */
export function listOccurrences(
  recurrence: Recurrence,
  start: string,
  from: string,
  to: string,
  limit: number,
  calendar: HolidayCalendar,
): string[] {
  const dates: string[] = []
  if (limit < 1) return dates
  for (const date of occurrencesFrom(recurrence, start, from, calendar)) {
    if (date > to) break
    dates.push(date)
    if (dates.length >= limit) break
  }
  return dates
}

/** Occurrences from a date on, moved off days off where that is asked. The count of the recurrence is that before moving. */
function* occurrencesFrom(
  recurrence: Recurrence,
  start: string,
  from: string,
  calendar: HolidayCalendar,
): Generator<string> {
  if (!recurrence.skipDaysOff) {
    yield* ruleDates(recurrence, start, from)
    return
  }
  let last = ''
  for (const date of ruleDates(recurrence, start, addDays(from, -furthestMove))) {
    const moved = nextWorkday(date, calendar)
    if (moved >= from && moved !== last) yield moved
    last = moved
  }
}

/**
 * True when some occurrences are left out because a month or year does not have their day: day 29 to 31 of every month, and
 * 29 February. For saying so beside the recurrence.
 */
export function leavesOutShortMonths(recurrence: Recurrence, start: string): boolean {
  const day = recurrence.byMonthDay ?? Number(start.slice(8))
  if (recurrence.freq === 'monthly') return day > 28
  return recurrence.freq === 'yearly' && start.endsWith('-02-29')
}

/** What the sentence about a recurrence is made of; the words are those of the locale. */
export type RecurrenceParts = {
  freq: Recurrence['freq']
  interval: number
  /** Weekly: 0 Sunday to 6 Saturday, Monday first; else empty. */
  weekdays: number[]
  /** Monthly and yearly: 1–31, or -1 for the last day of the month; else null. */
  monthDay: number | null
  /** Yearly: 1–12; else null. */
  month: number | null
  end: Recurrence['end']
  skipDaysOff: boolean
  leavesOutShortMonths: boolean
}

/** The recurrence with everything that it leaves to its start filled in. */
export function recurrenceParts(recurrence: Recurrence, start: string): RecurrenceParts {
  const { freq, interval, byWeekday, byMonthDay, end, skipDaysOff = false } = recurrence
  const { month, day } = partsOf(start)
  const weekdays = freq === 'weekly' ? (byWeekday ?? [weekdayOf(start)]) : []
  return {
    freq,
    interval,
    weekdays: [...weekdays].sort((one, other) => ((one + 6) % 7) - ((other + 6) % 7)),
    monthDay: freq === 'monthly' || freq === 'yearly' ? (byMonthDay ?? day) : null,
    month: freq === 'yearly' ? month : null,
    end,
    skipDaysOff,
    leavesOutShortMonths: leavesOutShortMonths(recurrence, start),
  }
}
