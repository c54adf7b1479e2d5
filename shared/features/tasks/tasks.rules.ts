import { nearestInstant } from '@shared/core/schemas'
import { startOfDay, startOfNextDay, toIsoDate } from '@shared/core/dates'
import { addDays, daysFromTo, instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import { fieldLevelOf, type Relation, type Role } from '@shared/core/permissions'
import type { ChecklistItem, TaskStatus } from './tasks.enums'
import type { TaskFields } from './tasks.schema'

/** Percent of a checklist that is ticked; null for an empty one. */
export function checklistProgress(checklist: readonly ChecklistItem[]): number | null {
  if (checklist.length === 0) return null
  return Math.round((100 * checklist.filter(({ done }) => done).length) / checklist.length)
}

/** True for one that nothing more has to be done for. */
export function isClosed(status: TaskStatus): boolean {
  return status === 'done' || status === 'cancelled'
}

/** What was said of a task, made to fit together: a whole day begins at midnight and takes no minutes, a checklist says how far. */
export function settleFields<F extends TaskFields>(fields: F): F {
  const { dueAt, allDay, durationMinutes, checklist, progress } = fields
  const isDay = allDay && dueAt !== null
  return {
    ...fields,
    dueAt: isDay ? startOfDay(dueAt) : dueAt,
    allDay: isDay,
    durationMinutes: isDay || dueAt === null ? null : durationMinutes,
    progress: checklistProgress(checklist) ?? progress,
  }
}

/**
 * Overdue: its time, or of a whole day the end of it, has passed.
 * @param now epoch ms
 */
export function isOverdue(
  { dueAt, allDay }: { dueAt: number | null; allDay: boolean },
  now: number,
): boolean {
  if (dueAt === null) return false
  return (allDay ? startOfNextDay(dueAt) : dueAt + 1) <= now
}

/**
 * The reminder of a task that moves to another time: as many calendar days before or after, at the same time on the wall, also across
 * a change to summer time. One shortly before, on the same day, keeps its distance: a quarter of an hour before stays that.
 */
export function movedReminder(
  remindAt: number | null,
  from: number | null,
  to: number | null,
): number | null {
  if (remindAt === null || from === null || to === null) return remindAt
  const days = daysFromTo(toIsoDate(from), toIsoDate(remindAt))
  const shift = days === 0 && remindAt <= from ? minutesOf(to) - minutesOf(from) : 0
  return nearestInstant(instantOf(addDays(toIsoDate(to), days), minutesOf(remindAt) + shift))
}

/**
 * Whether a person reads what a task says. Texts about a customer are notes (R084); to whom a task was given, though, it was told.
 * @param relation of its customer to the person: null for one that they may not read, undefined for no customer
 */
export function seesTexts(
  { role, isAssignee }: { role: Role; isAssignee: boolean },
  relation: Relation | null | undefined,
): boolean {
  if (relation === undefined || isAssignee) return true
  return fieldLevelOf(role, 'notes', relation ?? 'other') === 'full'
}

/** Where a task stands in the list by its day. */
export const dueGroups = ['overdue', 'today', 'week', 'later', 'undated'] as const
export type DueGroup = (typeof dueGroups)[number]

/**
 * Overdue, today, until Sunday, later, or without a day.
 * @param now epoch ms
 */
export function dueGroupOf(task: { dueAt: number | null; allDay: boolean }, now: number): DueGroup {
  const { dueAt } = task
  if (dueAt === null) return 'undated'
  if (isOverdue(task, now)) return 'overdue'
  if (dueAt < startOfNextDay(now)) return 'today'
  const weekday = (new Date(now).getDay() + 6) % 7
  return toIsoDate(dueAt) <= addDays(toIsoDate(now), 6 - weekday) ? 'week' : 'later'
}
