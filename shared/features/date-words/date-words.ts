import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import type { DayPart } from './day-parts'

/** What a piece of text says, before day and time are put together. */
export type Reading =
  | {
      kind: 'day'
      date: string
      /** A part of the day said in the same word (今晚, tonight). */
      part?: DayPart
      /** A weekday without its week: it comes again after seven days, and may stand beside the date that it explains. */
      weekday?: number
      /** Counted by holidays that are not announced yet. */
      estimated?: boolean
      /** Looks like a date, and counts only with a time beside it or as the whole text. */
      weak?: boolean
    }
  | { kind: 'part'; part: DayPart; weak?: boolean }
  | {
      kind: 'clock'
      hour: number
      minute: number
      half: 'am' | 'pm' | null
      /** Written so that it can only be of the 24 hours: 03:15, 15:30. */
      exact: boolean
      /** Counts only beside a day or a part of the day: 两点, at 9. */
      weak?: boolean
    }
  /** A date and time in one (半小时后). */
  | { kind: 'moment'; date: string; time: number }

/** Where and when a text is read. */
export type Here = {
  /** Epoch ms, its day, and its minutes since midnight. */
  now: number
  today: string
  minutes: number
  calendar: HolidayCalendar
  /** The text is a field that holds nothing but the phrase. */
  whole: boolean
  /** The text as it was typed; rules see it folded. */
  typed: string
}

/**
 * One way of saying something. `read` answers null when the words mean something else, and `refuse` when they are no date and nothing
 * within them shall be taken for one: 2月30日 is not the 30th.
 */
export type Rule = {
  pattern: RegExp
  read: (match: RegExpExecArray, here: Here) => Reading | 'refuse' | null
}
