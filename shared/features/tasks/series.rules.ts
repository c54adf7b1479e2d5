import { toIsoDate } from '@shared/core/dates'
import { instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { instant } from '@shared/core/schemas'
import { nextOccurrence } from './recurrence.rules'
import type { Recurrence } from './recurrence.schema'
import { movedReminder } from './tasks.rules'

export type Repeating = {
  dueAt: number
  allDay: boolean
  remindAt: number | null
  recurrence: Recurrence
  /** Day from which the recurrence counts. */
  seriesStart: string
}

/**
 * When the next task of a series is due, and when to be told of it; null after the last. It comes after the one that is closed, and
 * after today too: what is done late has caught up with what was missed meanwhile. The time on the wall stays the same in summer and
 * winter.
 * @param now epoch ms
 */
export function nextOfSeries(
  { dueAt, allDay, remindAt, recurrence, seriesStart }: Repeating,
  now: number,
  calendar: HolidayCalendar,
): { dueAt: number; remindAt: number | null } | null {
  const last = later(toIsoDate(dueAt), toIsoDate(now))
  const next = nextOccurrence(recurrence, seriesStart, last, calendar)
  if (next === null) return null
  const nextDueAt = instantOf(next, allDay ? 0 : minutesOf(dueAt))
  // The calendar of the program ends somewhere, and a series with it.
  if (!isInstant(nextDueAt)) return null
  const nextRemindAt = movedReminder(remindAt, dueAt, nextDueAt)
  return { dueAt: nextDueAt, remindAt: isInstant(nextRemindAt) ? nextRemindAt : null }
}

/** The same for one that leaves its series without being done: the very next, be it past or today. */
export function nextAfterLeaving(
  task: Repeating,
  calendar: HolidayCalendar,
): { dueAt: number; remindAt: number | null } | null {
  return nextOfSeries(task, task.dueAt, calendar)
}

/**
 * From which day a series counts after it was edited: anew from its day when recurrence or day changed, so that a limit of count is
 * the one that stands in the form; else as before.
 */
export function seriesStartAfterEdit(
  before: { dueAt: number | null; rule: string | null; seriesStart: string | null },
  after: { dueAt: number | null; rule: string | null },
): string | null {
  if (after.rule === null || after.dueAt === null) return null
  const day = toIsoDate(after.dueAt)
  const isSame =
    before.rule === after.rule && before.dueAt !== null && toIsoDate(before.dueAt) === day
  return isSame ? before.seriesStart : day
}

const isInstant = (value: number | null) => instant.safeParse(value).success

const later = (one: string, other: string) => (one > other ? one : other)
