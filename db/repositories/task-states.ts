import { eq } from 'drizzle-orm'
import { checklistProgress, isClosed, movedReminder } from '@shared/features/tasks/tasks.rules'
import { startOfDay } from '@shared/core/dates'
import type { WriteContext } from '../context'
import { task } from '../schema/task'
import { changeTask, getTaskRecord, refreshDates } from '../task-record'
import { continueSeries, leaveSeries } from '../task-series'

type Closed = { id: number; nextId: number | null; nextDueAt: number | null }

/**
 * Marks a task as done or calls it off. Of a series the next one follows as a row of its own, in this same command, so that one undo
 * takes back both. One that is closed already stays as it is.
 * @throws AppError core.not-found; customers.in-bin
 */
export function closeTask(context: WriteContext, id: number, status: 'done' | 'cancelled'): Closed {
  const before = getTaskRecord(context, id)
  if (isClosed(before.status)) return { id, nextId: null, nextDueAt: null }
  const next = continueSeries(context, before)
  changeTask(context, before, {
    status,
    doneAt: context.clock(),
    ...(status === 'done' && { progress: 100 }),
    ...(next && { recurrence: null, externalUid: null }),
  })
  return { id, nextId: next?.id ?? null, nextDueAt: next?.dueAt ?? null }
}

/**
 * Takes a closed task up again. If the next one of its series is there, this one stands alone.
 * @throws AppError core.not-found; customers.in-bin
 */
export function reopenTask(context: WriteContext, id: number): { id: number } {
  const before = getTaskRecord(context, id)
  if (!isClosed(before.status)) return { id }
  const { progress } = before
  const ticked = checklistProgress(before.checklist)
  changeTask(context, before, {
    status: 'open',
    doneAt: null,
    progress: ticked ?? (progress === 100 ? 0 : progress),
  })
  return { id }
}

/**
 * Moves a task to another time, with its reminder. Its series stays where it is: one that comes earlier than its day leaves it, since
 * else its day would come again.
 * @throws AppError core.not-found; customers.in-bin
 */
export function rescheduleTask(
  context: WriteContext,
  { id, dueAt: wanted, allDay }: { id: number; dueAt: number; allDay: boolean },
): { id: number } {
  const before = getTaskRecord(context, id)
  const dueAt = allDay ? startOfDay(wanted) : Math.floor(wanted / 60_000) * 60_000
  const isEarlier = before.dueAt !== null && startOfDay(dueAt) < startOfDay(before.dueAt)
  const leaves = isEarlier && before.recurrence !== null
  if (leaves) leaveSeries(context, before)
  changeTask(context, before, {
    dueAt,
    allDay: allDay ? 1 : 0,
    durationMinutes: allDay ? null : before.durationMinutes,
    remindAt: movedReminder(before.remindAt, before.dueAt, dueAt),
    ...(leaves && { recurrence: null, seriesStart: null, externalUid: null }),
  })
  return { id }
}

/**
 * Deletes a task. `this` lets its series go on with the next one; `onward` ends it, and what was done of it stays.
 * @throws AppError core.not-found; customers.in-bin
 */
export function deleteTask(
  context: WriteContext,
  { id, reach }: { id: number; reach: 'this' | 'onward' },
): { id: number } {
  const { write, clock } = context
  const before = getTaskRecord(context, id)
  if (reach === 'this') leaveSeries(context, before)
  write.orm.delete(task).where(eq(task.id, id)).run()
  refreshDates(context, [before.customerId], clock())
  return { id }
}
