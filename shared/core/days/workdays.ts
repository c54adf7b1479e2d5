import { startOfDay, startOfNextDay, toIsoDate } from '../dates'
import { addDays, instantOf, weekdayOf } from './day-arithmetic'
import type { HolidayCalendar } from './holiday-calendar'

/** Why a day is free: the name of its holiday, or null for a plain Saturday or Sunday. */
export type DayOff = { name: string | null; estimated: boolean }

/** A list that leaves no working day for so long is not believed, so that counting comes to an end. */
const longestBreak = 60
const hour = 3_600_000

/** Why a date is free, or null when it is worked; a worked weekend (调休) is worked. */
export function dayOff(date: string, calendar: HolidayCalendar): DayOff | null {
  const holiday = calendar.find(date)
  if (holiday?.kind === 'work') return null
  if (holiday) return { name: holiday.name, estimated: holiday.estimated }
  const weekday = weekdayOf(date)
  return weekday === 0 || weekday === 6 ? { name: null, estimated: false } : null
}

export function isWorkday(date: string, calendar: HolidayCalendar): boolean {
  return dayOff(date, calendar) === null
}

/** The date itself when it is worked, else the next one that is. */
export function nextWorkday(date: string, calendar: HolidayCalendar): string {
  return seekWorkday(date, 1, calendar)
}

/** The date itself when it is worked, else the last one before it that is. */
export function previousWorkday(date: string, calendar: HolidayCalendar): string {
  return seekWorkday(date, -1, calendar)
}

/**
 * The n-th working day after a date, or before it with a negative number. The date itself does not count; with 0 it is the next
 * working day from the date on.
 */
export function addWorkdays(date: string, workdays: number, calendar: HolidayCalendar): string {
  if (workdays === 0) return nextWorkday(date, calendar)
  const step = workdays > 0 ? 1 : -1
  let at = date
  for (let left = Math.abs(workdays); left > 0; left -= 1) {
    at = seekWorkday(addDays(at, step), step, calendar)
  }
  return at
}

/**
 * When something that began at an instant has to be done (R057, R058).
 * `hours` are hours of the clock on the wall: 24 hours are the same time tomorrow, also when summer time begins in between.
 * `workdays` end with the n-th working day after the day of the instant: what comes in on a Friday or on Saturday with one
 * working day is late from Tuesday on.
 * @returns epoch ms; for working days the midnight that ends the day, exclusive
 */
export function deadlineOf(
  instant: number,
  term: { hours: number } | { workdays: number },
  calendar: HolidayCalendar,
): number {
  if ('hours' in term) return onWall(toIsoDate(instant), sinceMidnight(instant) + term.hours * hour)
  const last = addWorkdays(toIsoDate(instant), term.workdays, calendar)
  return startOfNextDay(instantOf(last, 720))
}

/**
 * An instant some hours later that counts no hour of a day off: 24 hours from Friday at 15:00 are Monday at 15:00. What comes in on a
 * day off begins to count with the next working day. Nights count.
 * @returns epoch ms
 */
export function addWorkingHours(instant: number, hours: number, calendar: HolidayCalendar): number {
  const today = toIsoDate(instant)
  const begin = nextWorkday(today, calendar)
  const passed = (begin === today ? sinceMidnight(instant) : 0) + hours * hour
  const days = Math.floor(passed / (24 * hour))
  const date = days === 0 ? begin : addWorkdays(begin, days, calendar)
  return onWall(date, passed - days * 24 * hour)
}

function seekWorkday(date: string, step: 1 | -1, calendar: HolidayCalendar): string {
  for (let days = 0; days < longestBreak; days += 1) {
    const at = addDays(date, days * step)
    if (isWorkday(at, calendar)) return at
  }
  return date
}

/** What the clock on the wall shows at an instant, in ms since midnight. */
function sinceMidnight(instant: number): number {
  const date = new Date(instant)
  return (
    date.getHours() * hour + (date.getMinutes() * 60 + date.getSeconds()) * 1000 + (instant % 1000)
  )
}

function onWall(date: string, sinceMidnightMs: number): number {
  const midnight = new Date(startOfDay(instantOf(date, 720)))
  midnight.setHours(0, 0, 0, sinceMidnightMs)
  return midnight.getTime()
}
