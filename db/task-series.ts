import { fromRRule } from '@shared/features/tasks/rrule-text.rules'
import { nextAfterLeaving, nextOfSeries } from '@shared/features/tasks/series.rules'
import { takeCode } from './code-sequence'
import type { WriteContext } from './context'
import { holidayCalendarOf } from './holiday-calendar'
import { insertRow } from './insert-row'
import { task } from './schema/task'
import { storedChecklist, type TaskRecord } from './task-record'

export type Next = { id: number; dueAt: number } | null

/**
 * Writes down the next task of a series, as the closed one was when it began: open, nothing ticked. The recurrence goes on with it;
 * the closed one gives it up by `recurrence: null`, so that no series goes on twice. Null after the last.
 */
export function continueSeries(context: WriteContext, closed: TaskRecord): Next {
  return insertNext(context, closed, (repeating) =>
    nextOfSeries(repeating, context.clock(), holidayCalendarOf(context.write)),
  )
}

/** The same for one that leaves its series by an edit, a move or a deletion: the next follows at once. */
export function leaveSeries(context: WriteContext, leaving: TaskRecord): Next {
  return insertNext(context, leaving, (repeating) =>
    nextAfterLeaving(repeating, holidayCalendarOf(context.write)),
  )
}

type Repeating = Parameters<typeof nextOfSeries>[0]

function insertNext(
  { write, clock, newUid }: WriteContext,
  before: TaskRecord,
  nextOf: (repeating: Repeating) => ReturnType<typeof nextOfSeries>,
): Next {
  const { dueAt, remindAt, seriesStart } = before
  const recurrence = before.recurrence === null ? null : fromRRule(before.recurrence)
  if (recurrence === null || dueAt === null || seriesStart === null) return null
  const allDay = before.allDay === 1
  const next = nextOf({ dueAt, allDay, remindAt, recurrence, seriesStart })
  if (next === null) return null
  const now = clock()
  const { id: _, checklist, ...row } = before
  const open = checklist.map(({ text }) => ({ text, done: false }))
  const id = insertRow(write, task, {
    ...row,
    ...next,
    ...{ uid: newUid(), code: takeCode(write, 'K', now), doneAt: null, progress: 0 },
    status: 'open',
    checklist: storedChecklist(open),
    ...{ createdAt: now, updatedAt: now },
  })
  return { id, dueAt: next.dueAt }
}
