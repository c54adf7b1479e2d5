import type { CalendarEntry, CalendarOutcome } from '@shared/features/tasks/calendar-file.schema'
import { calendarText } from '@shared/features/tasks/calendar-lines.rules'
import { toStoredRule } from '@shared/features/tasks/rrule-text.rules'
import { checklistProgress, isClosed, seesTexts } from '@shared/features/tasks/tasks.rules'
import { takeCode } from '../code-sequence'
import type { ReadContext, WriteContext } from '../context'
import { findCustomerRelation } from '../customer-relation'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { task } from '../schema/task'
import { statement } from '../statements'
import { tasksInReach } from '../task-access'
import { changeTask, refreshDates, storedChecklist, type TaskRecord } from '../task-record'

type Asking = Pick<ReadContext, 'session' | 'clock'> & { read: ReadHandle }
type Columns = Partial<TaskRecord>
type Step =
  | { kind: 'created' | 'past'; entry: CalendarEntry }
  | { kind: 'updated'; entry: CalendarEntry; before: TaskRecord; columns: Columns }
  | { kind: 'unchanged' | 'left'; entry: CalendarEntry }

/** What would be done with the entries of a calendar file; writes nothing. */
export function compareCalendar(asking: Asking, entries: CalendarEntry[]): CalendarOutcome {
  return countSteps(entries.map((entry) => stepOf(asking, entry)))
}

/**
 * Writes the entries of a calendar file as tasks of the person who asks, under the running command. One that the book knows by its
 * UID is brought up to date, as far as the person may change it; a next step of this very book is left to its follow-up.
 * @param withPast whether what is over comes in too, as done
 */
export function importCalendar(
  context: WriteContext,
  { entries, withPast }: { entries: CalendarEntry[]; withPast: boolean },
): CalendarOutcome {
  const asking = { ...context, read: context.write }
  const steps: Step[] = []
  // One by one, so that an entry that comes twice in the file finds itself the second time.
  for (const entry of entries) {
    const step = stepOf(asking, entry)
    steps.push(step)
    if (step.kind === 'created' || (step.kind === 'past' && withPast)) insertEntry(context, entry)
    if (step.kind === 'updated') changeTask(context, step.before, step.columns)
  }
  return countSteps(steps)
}

function countSteps(steps: readonly Step[]): CalendarOutcome {
  const outcome = { created: 0, updated: 0, unchanged: 0, left: 0, past: 0 }
  for (const { kind } of steps) outcome[kind] += 1
  return outcome
}

function stepOf(asking: Asking, entry: CalendarEntry): Step {
  const { read, session } = asking
  if (entry.isNextStep) {
    const followUp = statement(read, 'SELECT 1 FROM follow_up WHERE uid = ?')
    if (followUp.get(entry.uid.replace(/^next-/, ''))) return { kind: 'left', entry }
  }
  const before = findKnown(read, entry.uid)
  if (!before) return { kind: entry.isPast ? 'past' : 'created', entry }
  const mine = statement(
    read,
    `SELECT 1 FROM task t LEFT JOIN customer c ON c.id = t.customer_id
     WHERE t.id = @id AND c.deleted_at IS NULL AND ${tasksInReach(session.role, 'tasks.write')}`,
  ).get({ id: before.id, me: session.userId })
  const relation =
    before.customerId === null ? undefined : findCustomerRelation(read, asking, before.customerId)
  const isAssignee = before.assigneeId === session.userId
  if (!mine || !seesTexts({ role: session.role, isAssignee }, relation))
    return { kind: 'left', entry }
  const columns = changedColumns(before, columnsOf(entry, before))
  if (Object.keys(columns).length === 0) return { kind: 'unchanged', entry }
  return { kind: 'updated', entry, before, columns }
}

type Stored = Omit<TaskRecord, 'checklist'> & { checklist: string }

function findKnown(read: ReadHandle, uid: string): TaskRecord | null {
  const row = statement<{ id: number }>(
    read,
    // Three searches, each by its index: as one condition with OR it would walk through all tasks.
    `SELECT id FROM (
       SELECT id, done_at FROM task WHERE external_uid = @uid
       UNION ALL SELECT id, done_at FROM task WHERE uid = @uid
       UNION ALL SELECT id, done_at FROM task WHERE series_uid = @uid AND recurrence IS NOT NULL)
     ORDER BY done_at IS NOT NULL, id DESC LIMIT 1`,
  ).get({ uid })
  if (!row) return null
  const stored = statement<Stored>(read, recordSql).get(row.id)
  return stored
    ? { ...stored, checklist: JSON.parse(stored.checklist) as TaskRecord['checklist'] }
    : null
}

const recordSql = `SELECT id, uid, code, title, status, priority, progress, due_at AS dueAt, all_day AS allDay,
  duration_minutes AS durationMinutes, remind_at AS remindAt, assignee_id AS assigneeId, creator_id AS creatorId,
  customer_id AS customerId, contact_id AS contactId, recurrence, series_start AS seriesStart, series_uid AS seriesUid,
  source, external_uid AS externalUid, done_at AS doneAt, created_at AS createdAt, updated_at AS updatedAt, checklist, notes
  FROM task WHERE id = ?`

/** What a file says of a task; of what another program cannot say nothing is changed. */
function columnsOf(entry: CalendarEntry, before: TaskRecord | null): Columns {
  const { title, notes, dueAt, allDay, durationMinutes, remindAt, seriesStart } = entry
  const { priority, checklist, status, doneAt, progress } = entry
  const rule = entry.recurrence && toStoredRule(entry.recurrence)
  const isSettled = before !== null && !entry.isOurs
  return {
    ...{ title, notes, dueAt, durationMinutes, remindAt, seriesStart, recurrence: rule },
    allDay: allDay ? 1 : 0,
    ...(!isSettled && { priority, checklist, progress: checklistProgress(checklist) ?? progress }),
    ...(status !== null && { status, doneAt: isClosed(status) ? (doneAt ?? dueAt) : null }),
  }
}

function changedColumns(before: TaskRecord, columns: Columns): Columns {
  const plain = (value: unknown) =>
    typeof value === 'string' ? calendarText(value) : JSON.stringify(value)
  const kept = before as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(columns).filter(([name, value]) => plain(value) !== plain(kept[name])),
  )
}

function insertEntry(context: WriteContext, entry: CalendarEntry): void {
  const { write, session, clock, newUid } = context
  const now = clock()
  const customerId = customerOf(context, entry.customerUid)
  const columns = columnsOf(entry, null)
  const closed = entry.isPast ? { status: 'done' as const, doneAt: entry.dueAt ?? now } : {}
  insertRow(write, task, {
    ...{ status: 'open' as const, doneAt: null, ...columns, ...closed },
    ...{ uid: newUid(), code: takeCode(write, 'K', now), source: 'calendar-file' },
    ...{ title: entry.title, notes: entry.notes, dueAt: entry.dueAt, remindAt: entry.remindAt },
    ...{ priority: entry.priority, durationMinutes: entry.durationMinutes },
    allDay: entry.allDay ? 1 : 0,
    progress: closed.status ? 100 : (columns.progress ?? 0),
    recurrence: columns.recurrence ?? null,
    ...{ seriesStart: entry.seriesStart, seriesUid: columns.recurrence ? newUid() : null },
    ...{ assigneeId: session.userId, creatorId: session.userId, customerId, contactId: null },
    ...{ externalUid: entry.uid, createdAt: now, updatedAt: now },
    checklist: storedChecklist(entry.checklist),
  })
  refreshDates(context, [customerId], now)
}

/** The customer that an entry names, when the person may read them and they are not in the recycle bin. */
function customerOf(context: WriteContext, uid: string | null): number | null {
  if (uid === null) return null
  const sql = 'SELECT id FROM customer WHERE uid = ? AND deleted_at IS NULL'
  const found = statement<{ id: number }>(context.write, sql).get(uid)
  if (!found || findCustomerRelation(context.write, context, found.id) === null) return null
  return found.id
}
