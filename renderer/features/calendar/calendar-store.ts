import { create } from 'zustand'
import { toIsoDate } from '@shared/core/dates'
import { systemClock } from '@shared/core/clock'
import { type CalendarKind, calendarKinds } from '@shared/features/calendar/calendar.schema'
import { onBookClosed } from '@renderer/lib/book-closed'
import type { CalendarView } from './range.rules'

type CalendarState = {
  view: CalendarView
  /** The chosen day; the view shows what lies around it. Null for today, whenever that is. */
  date: string | null
  mine: boolean
  kinds: readonly CalendarKind[]
}

const initial: CalendarState = { view: 'month', date: null, mine: false, kinds: calendarKinds }

/** What the calendar shows; kept while the book is open. */
export const useCalendarStore = create<CalendarState>()(() => initial)

export const changeCalendar = (change: Partial<CalendarState>) => useCalendarStore.setState(change)

export const today = () => toIsoDate(systemClock())

onBookClosed(() => useCalendarStore.setState(initial))
