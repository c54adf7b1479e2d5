import type { Holiday } from '@shared/core/days/holiday'
import { type HolidayCalendar, makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/** The days that this business listed itself, in their order. */
export function listOwnHolidays(read: ReadHandle): Holiday[] {
  return statement<Holiday>(read, 'SELECT date, name, kind FROM holiday ORDER BY date').all()
}

/** The holidays by which days are counted in this book (D5): its own list over the one that comes with the program. */
export function holidayCalendarOf(read: ReadHandle): HolidayCalendar {
  return makeHolidayCalendar(listOwnHolidays(read))
}
