import { addDays, addMonthsTo, lastDayOfMonth, mondayOf } from '@shared/core/days/day-arithmetic'
import { datesBetween } from '@shared/features/calendar/calendar.rules'

export const calendarViews = ['month', 'week', 'day'] as const
export type CalendarView = (typeof calendarViews)[number]

/** The dates that a view shows around one date; weeks begin on Monday, and a month fills its weeks up with its neighbours. */
export function datesOf(view: CalendarView, date: string): string[] {
  if (view === 'day') return [date]
  if (view === 'week') return datesBetween(mondayOf(date), addDays(mondayOf(date), 6))
  const first = mondayOf(`${date.slice(0, 8)}01`)
  const last = mondayOf(lastDayOfMonth(date))
  return datesBetween(first, addDays(last, 6))
}

/** The date to which a view turns by one page: a month on the same day of the month, a week, a day. */
export function turned(view: CalendarView, date: string, pages: 1 | -1): string {
  if (view === 'month') return addMonthsTo(date, pages)
  return addDays(date, view === 'week' ? 7 * pages : pages)
}

/** Cut into weeks. */
export function weeksOf(dates: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(dates.length / 7) }, (_, week) =>
    dates.slice(week * 7, week * 7 + 7),
  )
}

/** Days by which an arrow key moves in a view. */
export function daysOfArrow(key: string, view: CalendarView): number | null {
  const down = view === 'day' ? 1 : 7
  return { arrowleft: -1, arrowright: 1, arrowup: -down, arrowdown: down }[key] ?? null
}
