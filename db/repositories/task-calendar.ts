import { fieldLevelOf, scopeOf } from '@shared/core/permissions'
import type { ExportedEntry } from '@shared/features/tasks/calendar-writer.rules'
import type { ChecklistItem, TaskPriority, TaskStatus } from '@shared/features/tasks/tasks.enums'
import type { ReadContext } from '../context'
import { statement } from '../statements'
import { tasksInReach, tasksRead } from '../task-access'

/** Row ids of tasks, and of follow-ups whose next step is open. */
export type CalendarSlice = { tasks: number[]; steps: number[] }

/**
 * What goes into a calendar file: open tasks that the person reads, and open next steps. What is about a customer only where
 * `customers.export` reaches them, since a file outside the book is not protected.
 */
export function beginCalendar(
  { read, session }: ReadContext,
  { whose }: { whose: 'mine' | 'all' },
): CalendarSlice {
  const { role, userId: me } = session
  const ofCustomer = exportable(scopeOf(role, 'customers.export'))
  const reads = scopeOf(role, 'follow-ups.read') !== 'none'
  const isMine = whose === 'mine'
  const ids = (sql: string) =>
    statement<{ id: number }>(read, sql)
      .all({ me })
      .map(({ id }) => id)
  return {
    tasks: ids(
      `SELECT t.id FROM task t INDEXED BY task_by_open LEFT JOIN customer c ON c.id = t.customer_id
       WHERE t.done_at IS NULL AND ${tasksInReach(role, 'tasks.read')} AND ${tasksRead(role)}
         AND (t.customer_id IS NULL OR ${ofCustomer}) ${isMine ? 'AND t.assignee_id = @me' : ''}
       ORDER BY t.due_at, t.id`,
    ),
    steps: reads
      ? ids(
          `SELECT f.id FROM follow_up f JOIN customer c ON c.id = f.customer_id
           WHERE f.next_follow_at IS NOT NULL AND f.next_done_at IS NULL AND c.archived_at IS NULL
             AND ${ofCustomer} ${isMine ? 'AND c.owner_id = @me' : ''}
           ORDER BY f.next_follow_at, f.id`,
        )
      : [],
  }
}

function exportable(scope: 'none' | 'own' | 'all'): string {
  const inBook = 'c.deleted_at IS NULL'
  if (scope === 'all') return `(${inBook})`
  return scope === 'own' ? `(${inBook} AND c.owner_id = @me AND c.pooled_at IS NULL)` : 'FALSE'
}

type TaskRow = Omit<ExportedEntry, 'isNextStep' | 'allDay' | 'checklist' | 'customer'> & {
  allDay: number
  checklist: string
  customerUid: string | null
  customerName: string | null
  status: TaskStatus
  priority: TaskPriority
}

/**
 * Some of what `beginCalendar` named, rights asked anew. `step` is what a next step without a note is called.
 */
export function readCalendar(
  context: ReadContext,
  { tasks, steps, step }: CalendarSlice & { step: string },
): ExportedEntry[] {
  const { read, session } = context
  const { role, userId: me } = session
  const ofCustomer = exportable(scopeOf(role, 'customers.export'))
  const taskRows = statement<TaskRow>(
    read,
    `SELECT CASE WHEN t.recurrence IS NOT NULL THEN coalesce(t.external_uid, t.series_uid)
         WHEN t.series_uid IS NOT NULL THEN t.uid ELSE coalesce(t.external_uid, t.uid) END AS uid,
       t.title, t.notes, t.status, t.done_at AS doneAt, t.priority, t.progress, t.due_at AS dueAt, t.all_day AS allDay,
       t.duration_minutes AS durationMinutes, t.remind_at AS remindAt, t.recurrence, t.series_start AS seriesStart,
       t.checklist, c.uid AS customerUid, c.name AS customerName, t.updated_at AS updatedAt
     FROM task t LEFT JOIN customer c ON c.id = t.customer_id
     WHERE t.id IN (SELECT value FROM json_each(@ids)) AND ${tasksInReach(role, 'tasks.read')} AND ${tasksRead(role)}
       AND (t.customer_id IS NULL OR ${ofCustomer})
     ORDER BY t.due_at, t.id`,
  ).all({ me, ids: JSON.stringify(tasks) })
  return [
    ...taskRows.map(({ allDay, checklist, customerUid: uid, customerName: name, ...row }) => ({
      ...row,
      isNextStep: false,
      allDay: allDay === 1,
      checklist: JSON.parse(checklist) as ChecklistItem[],
      customer: uid === null || name === null ? null : { uid, name },
    })),
    ...readSteps(context, steps, step, ofCustomer),
  ]
}

type StepRow = {
  uid: string
  at: number
  allDay: number
  note: string | null
  customerUid: string
  customerName: string
  updatedAt: number
}

function readSteps(
  { read, session }: ReadContext,
  ids: number[],
  word: string,
  ofCustomer: string,
): ExportedEntry[] {
  const { role, userId: me } = session
  const relation = scopeOf(role, 'customers.export') === 'own' ? 'own' : 'other'
  const seesNotes = fieldLevelOf(role, 'notes', relation) === 'full'
  return statement<StepRow>(
    read,
    `SELECT f.uid, f.next_follow_at AS at, f.next_all_day AS allDay, f.next_note AS note, c.uid AS customerUid,
       c.name AS customerName, f.updated_at AS updatedAt
     FROM follow_up f JOIN customer c ON c.id = f.customer_id
     WHERE f.id IN (SELECT value FROM json_each(@ids)) AND f.next_follow_at IS NOT NULL AND ${ofCustomer}
     ORDER BY f.next_follow_at, f.id`,
  )
    .all({ me, ids: JSON.stringify(ids) })
    .map(({ uid, at, allDay, note, customerUid, customerName, updatedAt }) => ({
      ...{ uid: `next-${uid}`, isNextStep: true, title: (seesNotes && note) || word, notes: null },
      ...{ status: 'open', doneAt: null, priority: 'normal', progress: 0, dueAt: at },
      ...{ allDay: allDay === 1, durationMinutes: null, remindAt: null, recurrence: null },
      ...{ seriesStart: null, checklist: [], customer: { uid: customerUid, name: customerName } },
      updatedAt,
    }))
}
