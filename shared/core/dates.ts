const day = 86_400_000

/** Local midnight that begins the day of an instant. */
export function startOfDay(instant: number): number {
  const date = new Date(instant)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** Local midnight that ends the day of an instant. DST-safe. */
export function startOfNextDay(instant: number): number {
  const date = new Date(instant)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
}

/** Whole calendar days from `from` to `to` in local time; negative when `to` lies before. DST-safe. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / day)
}

/**
 * The same day and time some calendar months later or, with a negative number, earlier; the last day of a shorter month stands
 * for the days it has not (D1): 31 May less 3 months is 28 or 29 February.
 */
export function addMonths(instant: number, months: number): number {
  const date = new Date(instant)
  const dayOfMonth = date.getDate()
  date.setDate(1)
  date.setMonth(date.getMonth() + months)
  date.setDate(Math.min(dayOfMonth, daysInMonth(date)))
  return date.getTime()
}

function daysInMonth(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate()
}

/** True on the last day of a month. */
export function isMonthEnd(instant: number): boolean {
  const date = new Date(instant)
  return date.getDate() === daysInMonth(date)
}

/** YYYY-MM-DD of an instant in local time (R046). */
export function toIsoDate(instant: number): string {
  const date = new Date(instant)
  const pad = (value: number, width = 2) => String(value).padStart(width, '0')
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** YYYYMMDD of an instant in local time, as in customer codes (R008). */
export function toCompactDate(instant: number): string {
  return toIsoDate(instant).replaceAll('-', '')
}

/** True for a date that exists in the calendar, years 1900–2200. */
export function isRealDate(year: number, month: number, dayOfMonth: number): boolean {
  if (year < 1900 || year > 2200) return false
  const date = new Date(year, month - 1, dayOfMonth)
  return date.getMonth() === month - 1 && date.getDate() === dayOfMonth
}
