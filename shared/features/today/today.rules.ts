import { toIsoDate } from '@shared/core/dates'
import { addDays, instantOf, minutesOf, mondayOf } from '@shared/core/days/day-arithmetic'
import type { TodayGroup } from './today.enums'

/** Local midnights that part the groups of the board, in epoch ms. */
export type TodayBounds = {
  /** Monday of this week. */
  week: number
  today: number
  tomorrow: number
  /** Monday after: what is due then or later is not on the board. */
  nextWeek: number
  /** The seven days of this week, as dates. */
  dates: string[]
}

/**
 * The bounds of the day and week of an instant, where the computer stands; weeks begin on Monday. Counted by the calendar, so that
 * a day of 23 or 25 hours is a day.
 * @param now epoch ms
 */
export function todayBounds(now: number): TodayBounds {
  const date = toIsoDate(now)
  const monday = mondayOf(date)
  return {
    week: midnightOf(monday),
    today: midnightOf(date),
    tomorrow: midnightOf(addDays(date, 1)),
    nextWeek: midnightOf(addDays(monday, 7)),
    dates: Array.from({ length: 7 }, (_, index) => addDays(monday, index)),
  }
}

/** Local midnight that begins a date; where summer time takes it away, the first instant of the day. */
export function midnightOf(date: string): number {
  return instantOf(date, 0)
}

type Planned = { at: number | null; isWaiting: boolean }

/** The group of something open; null for what is due later than this week, or on no day at all (R070). */
export function groupOf({ at, isWaiting }: Planned, now: number): TodayGroup | null {
  if (isWaiting) return 'waiting'
  if (at === null) return null
  const { today, tomorrow, nextWeek } = todayBounds(now)
  if (at < today) return 'overdue'
  if (at < tomorrow) return 'today'
  return at < nextWeek ? 'week' : null
}

/** A moment on the calendar: an instant, and whether only its day counts. */
export type Moment = { at: number; allDay: boolean }

/** Whether of a step only its day counts: said so, or planned by an import or in the past as a day, at its local midnight. */
export function isWholeDay(at: number, allDay: boolean): boolean {
  return allDay || minutesOf(at) === 0
}

/** Where a person wants something: minutes since midnight, `null` for any time of the day, `keep` for the time that it has. */
export type WantedTime = { date: string; minutes: number | null | 'keep' }

/**
 * The moment that something moves to. A kept time that is over on the day stands for any time of it: what was due at nine five days ago
 * and is moved to this afternoon is due today. Of a whole day the instant is its local midnight.
 * @param from null for what had no day yet
 * @param now epoch ms
 */
export function movedTo(from: Moment | null, { date, minutes }: WantedTime, now: number): Moment {
  const kept = from === null || from.allDay ? null : minutesOf(from.at)
  const wanted = minutes === 'keep' ? kept : minutes
  if (wanted === null) return { at: midnightOf(date), allDay: true }
  const at = instantOf(date, wanted)
  const isOver = minutes === 'keep' && at <= now
  return isOver ? { at: midnightOf(date), allDay: true } : { at, allDay: false }
}

/** The one-press days of 延后, from an instant: tomorrow and the Monday after this week. */
export function snoozeDates(now: number): { tomorrow: string; nextMonday: string } {
  const date = toIsoDate(now)
  return { tomorrow: addDays(date, 1), nextMonday: addDays(mondayOf(date), 7) }
}
