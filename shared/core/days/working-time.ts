import { toIsoDate } from '../dates'
import { addDays } from './day-arithmetic'
import type { HolidayCalendar } from './holiday-calendar'
import { isWorkday } from './workdays'

const dayMs = 86_400_000

/**
 * How much of the time between two instants lies on working days, by the clock on the wall: from Friday at 15:00 to Monday at 15:00 it
 * is 24 hours. Nights count, days off do not, and a day is 24 hours long also when summer time begins. `addWorkingHours` goes the
 * other way.
 * @returns ms; 0 when `to` does not lie after `from`
 */
export function workingTime(from: number, to: number, calendar: HolidayCalendar): number {
  if (to <= from) return 0
  const [first, last] = [toIsoDate(from), toIsoDate(to)]
  let total = 0
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (!isWorkday(date, calendar)) continue
    total +=
      (date === last ? sinceMidnight(to) : dayMs) - (date === first ? sinceMidnight(from) : 0)
  }
  return total
}

function sinceMidnight(instant: number): number {
  const date = new Date(instant)
  const minutes = date.getHours() * 60 + date.getMinutes()
  return (minutes * 60 + date.getSeconds()) * 1000 + date.getMilliseconds()
}
