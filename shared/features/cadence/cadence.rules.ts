import { addDays, addMonthsTo } from '@shared/core/days/day-arithmetic'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { addWorkdays, nextWorkday } from '@shared/core/days/workdays'
import type { Rhythm } from './cadence.schema'

const daysOf = { day: 1, week: 7 } as const

/**
 * The working day on which the next visit is due after a day of contact: the rhythm later, and the next working day when that is a
 * day off (R065). Of a month that is too short it is the last day (D1).
 * @param day YYYY-MM-DD
 */
export function dueDay(day: string, rhythm: Rhythm, calendar: HolidayCalendar): string {
  return nextWorkday(shift(day, rhythm, 1), calendar)
}

/**
 * The next visit that the rhythm proposes: never earlier than tomorrow, always on a working day (R065).
 * @param from day of the last contact, YYYY-MM-DD
 */
export function proposeDay(
  { from, today }: { from: string; today: string },
  rhythm: Rhythm,
  calendar: HolidayCalendar,
): string {
  const due = shift(from, rhythm, 1)
  const tomorrow = addDays(today, 1)
  return nextWorkday(due < tomorrow ? tomorrow : due, calendar)
}

/**
 * The first day of contact that is not late yet: whoever was spoken to on an earlier day should have been visited before today. So a
 * list compares one column with one value and needs no arithmetic for each row.
 * @param today YYYY-MM-DD
 */
export function firstDayInTime(today: string, rhythm: Rhythm, calendar: HolidayCalendar): string {
  let day = shift(today, rhythm, -1)
  while (dueDay(day, rhythm, calendar) < today) day = addDays(day, 1)
  while (dueDay(addDays(day, -1), rhythm, calendar) >= today) day = addDays(day, -1)
  return day
}

/**
 * Working days for so many visits, as many on each day as fit (安排回访).
 * @param first day from which it begins, YYYY-MM-DD; a day off is passed over
 * @param perDay 1 and up
 * @returns a day for each visit, in their order
 */
export function spreadVisits(
  count: number,
  { first, perDay }: { first: string; perDay: number },
  calendar: HolidayCalendar,
): string[] {
  const days: string[] = []
  let day = nextWorkday(first, calendar)
  for (let at = 0; at < count; at += 1) {
    if (at > 0 && at % perDay === 0) day = addWorkdays(day, 1, calendar)
    days.push(day)
  }
  return days
}

function shift(day: string, { every, unit }: Rhythm, sign: 1 | -1): string {
  return unit === 'month'
    ? addMonthsTo(day, sign * every)
    : addDays(day, sign * every * daysOf[unit])
}
