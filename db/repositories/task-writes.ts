import { AppError } from '@shared/core/errors'
import { fieldLevelOf } from '@shared/core/permissions'
import { toStoredRule } from '@shared/features/tasks/rrule-text.rules'
import { seriesStartAfterEdit } from '@shared/features/tasks/series.rules'
import type { TaskSource } from '@shared/features/tasks/tasks.enums'
import { checklistProgress, seesTexts, settleFields } from '@shared/features/tasks/tasks.rules'
import type { TaskFields } from '@shared/features/tasks/tasks.schema'
import { takeCode } from '../code-sequence'
import type { WriteContext } from '../context'
import { findCustomerRelation } from '../customer-relation'
import { insertRow } from '../insert-row'
import { task } from '../schema/task'
import {
  assertMayBeAbout,
  assertMayBeGiven,
  changeTask,
  getTaskRecord,
  refreshDates,
  storedChecklist,
  type TaskRecord,
} from '../task-record'
import { leaveSeries } from '../task-series'

/**
 * Writes a task down (R074). One that repeats begins a series on its day.
 * @throws AppError customers.not-found, customers.in-bin, tasks.assignee-gone, tasks.contact-elsewhere
 */
export function createTask(
  context: WriteContext,
  input: TaskFields,
  { source }: { source: TaskSource } = { source: 'person' },
): { id: number; code: string } {
  const { write, session, clock, newUid } = context
  const fields = settleFields(input)
  const assigneeId = fields.assigneeId ?? session.userId
  assertMayBeGiven(context, assigneeId)
  assertMayBeAbout(context, fields)
  const now = clock()
  const rule = fields.recurrence && toStoredRule(fields.recurrence)
  const code = takeCode(write, 'K', now)
  const id = insertRow(write, task, {
    ...fields,
    ...{ assigneeId, creatorId: session.userId, code, uid: newUid(), source, externalUid: null },
    allDay: fields.allDay ? 1 : 0,
    checklist: storedChecklist(fields.checklist),
    recurrence: rule,
    seriesStart: seriesStartAfterEdit(
      { dueAt: null, rule: null, seriesStart: null },
      { dueAt: fields.dueAt, rule },
    ),
    seriesUid: rule === null ? null : newUid(),
    ...{ doneAt: null, createdAt: now, updatedAt: now },
  })
  refreshDates(context, [fields.customerId], now)
  return { id, code }
}

/**
 * Replaces what a task says. Texts stay where the writer may not see them, and so does a customer or person that they may not see.
 * @throws AppError core.not-found; tasks.changed-meanwhile when somebody was faster; as `createTask`
 */
export function updateTask(
  context: WriteContext,
  { id, fields: input, reach, updatedAt }: Update,
): { id: number } {
  const before = getTaskRecord(context, id)
  if (before.updatedAt !== updatedAt) throw new AppError('tasks.changed-meanwhile')
  const fields = settleFields(keepHidden(context, before, input))
  const assigneeId = fields.assigneeId ?? before.assigneeId
  if (assigneeId !== before.assigneeId) assertMayBeGiven(context, assigneeId)
  const { customerId, contactId } = fields
  if (customerId !== before.customerId || contactId !== before.contactId)
    assertMayBeAbout(context, fields)
  const leaves = reach === 'this' && before.recurrence !== null
  if (leaves) leaveSeries(context, before)
  const rule = leaves || !fields.recurrence ? null : toStoredRule(fields.recurrence)
  const isClosed = before.doneAt !== null
  changeTask(context, before, {
    ...fields,
    ...{ assigneeId, recurrence: rule, externalUid: leaves ? null : before.externalUid },
    allDay: fields.allDay ? 1 : 0,
    status: isClosed ? before.status : fields.status,
    seriesStart: seriesStartAfterEdit(
      { dueAt: before.dueAt, rule: before.recurrence, seriesStart: before.seriesStart },
      { dueAt: fields.dueAt, rule },
    ),
    seriesUid: before.seriesUid ?? (rule === null ? null : context.newUid()),
  })
  return { id }
}

type Update = { id: number; fields: TaskFields; reach: 'this' | 'onward'; updatedAt: number }

function keepHidden(context: WriteContext, before: TaskRecord, fields: TaskFields): TaskFields {
  const { write, session } = context
  const { customerId } = before
  if (customerId === null) return fields
  const relation = findCustomerRelation(write, context, customerId)
  const isAssignee = before.assigneeId === session.userId
  const { title, notes, checklist, assigneeId, contactId } = before
  // Who does not read the texts must not come to read them by taking the task over or away from its customer.
  if (!seesTexts({ role: session.role, isAssignee }, relation))
    return { ...fields, title, notes, checklist, assigneeId, customerId, contactId }
  if (relation === null) return { ...fields, customerId, contactId }
  const hidesPeople = fieldLevelOf(session.role, 'contact', relation) === 'none'
  const isSame = fields.customerId === customerId
  return { ...fields, ...(hidesPeople && isSame && { contactId }) }
}

/**
 * Ticks a line of the checklist or takes the tick back; that says how far the task is.
 * @throws AppError core.not-found, also for a line that is not there or not to be seen
 */
export function setChecklistItem(
  context: WriteContext,
  { id, index, done }: { id: number; index: number; done: boolean },
): { id: number } {
  const before = getTaskRecord(context, id)
  const item = before.checklist[index]
  if (!item || !mayReadTexts(context, before)) throw new AppError('core.not-found')
  const checklist = before.checklist.with(index, { ...item, done })
  changeTask(context, before, { checklist, progress: checklistProgress(checklist) ?? 0 })
  return { id }
}

function mayReadTexts(context: WriteContext, { customerId, assigneeId }: TaskRecord): boolean {
  const { write, session } = context
  const isAssignee = assigneeId === session.userId
  const relation =
    customerId === null ? undefined : findCustomerRelation(write, context, customerId)
  return seesTexts({ role: session.role, isAssignee }, relation)
}

/** @throws AppError core.not-found; tasks.progress-by-checklist where ticks say how far it is */
export function setTaskProgress(
  context: WriteContext,
  { id, progress }: { id: number; progress: number },
): { id: number } {
  const before = getTaskRecord(context, id)
  if (before.checklist.length > 0) throw new AppError('tasks.progress-by-checklist')
  changeTask(context, before, { progress })
  return { id }
}
