/**
 * Arithmetic on calendar dates `YYYY-MM-DD` (R046). A date has no time zone: it is counted in UTC, where every day has 24 hours, so
 * that neither a change to summer time nor a day that a zone left out is ever felt. Only `instantOf` and `minutesOf` ask the clock
 * of the place.
 */

const day = 86_400_000

export type DateParts = { year: number; month: number; day: number }

/** Year, month 1–12 and day of a date. */
export function partsOf(date: string): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

/** The date of these parts, or null when the calendar does not have it; years 1900–2200, as everywhere. */
export function makeDate(year: number, month: number, dayOfMonth: number): string | null {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return null
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return fromCount(Date.UTC(year, month - 1, dayOfMonth) / day)
}

/** 28 to 31; `month` may lie outside 1–12 and is then counted on into the years beside. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The date some days later, or earlier with a negative number. */
export function addDays(date: string, days: number): string {
  return fromCount(toCount(date) + days)
}

/** Days from one date to another; negative when `to` lies before. */
export function daysFromTo(from: string, to: string): number {
  return toCount(to) - toCount(from)
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: string): number {
  return (((toCount(date) + 4) % 7) + 7) % 7
}

/** Monday of the week of a date: weeks begin on Monday, as in China. */
export function mondayOf(date: string): string {
  return addDays(date, -((weekdayOf(date) + 6) % 7))
}

/** The same day some months later or earlier; the last day of a shorter month stands for the days it has not (D1). */
export function addMonthsTo(date: string, months: number): string {
  const { year, month, day: dayOfMonth } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  const last = daysInMonth(toYear, toMonth)
  return fromCount(Date.UTC(toYear, toMonth - 1, Math.min(dayOfMonth, last)) / day)
}

/** The last day of the month of a date. */
export function lastDayOfMonth(date: string): string {
  const { year, month } = partsOf(date)
  return `${date.slice(0, 8)}${daysInMonth(year, month)}`
}

/**
 * The instant of a date and a time of day where the computer stands. A time that summer time leaves out moves forth by the hour;
 * one that comes twice is the first.
 * @param minutes since midnight, 0–1440
 */
export function instantOf(date: string, minutes: number): number {
  const { year, month, day: dayOfMonth } = partsOf(date)
  return new Date(year, month - 1, dayOfMonth, 0, minutes).getTime()
}

/** Minutes since midnight that the clock on the wall shows at an instant, 0–1439. */
export function minutesOf(instant: number): number {
  const date = new Date(instant)
  return date.getHours() * 60 + date.getMinutes()
}

/** Days since 1 January 1970. */
function toCount(date: string): number {
  const { year, month, day: dayOfMonth } = partsOf(date)
  return Date.UTC(year, month - 1, dayOfMonth) / day
}

function fromCount(count: number): string {
  return new Date(count * day).toISOString().slice(0, 10)
}
