import { type HolidayCalendar, makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import type { Holiday } from '@shared/core/days/holiday'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/** The days off and the working weekends of this book: its own list before the one that comes with the program (D5). */
export function holidayCalendarOf(read: ReadHandle): HolidayCalendar {
  return makeHolidayCalendar(
    statement<Holiday>(read, 'SELECT date, name, kind FROM holiday ORDER BY date').all(),
  )
}
