import { fieldLevelOf, type Relation } from '@shared/core/permissions'
import type { Role } from '@shared/core/permissions'
import { isReadable, relationOf, type Viewer } from '@shared/features/ownership/ownership.rules'
import { fromRRule } from '@shared/features/tasks/rrule-text.rules'
import type {
  ChecklistItem,
  TaskPriority,
  TaskSource,
  TaskStatus,
} from '@shared/features/tasks/tasks.enums'
import { seesTexts } from '@shared/features/tasks/tasks.rules'
import type { TaskItem } from '@shared/features/tasks/tasks.schema'
import { viewerOf } from './access'
import type { ReadContext } from './context'
import { maskName } from './customer-view'
import { statement } from './statements'
import { tasksInReach } from './task-access'

type TaskRow = {
  id: number
  uid: string
  code: string
  title: string
  status: TaskStatus
  priority: TaskPriority
  progress: number
  dueAt: number | null
  allDay: number
  durationMinutes: number | null
  remindAt: number | null
  assigneeId: number
  assigneeName: string
  creatorId: number
  creatorName: string
  customerId: number | null
  customerName: string | null
  contactId: number | null
  contactName: string | null
  recurrence: string | null
  seriesStart: string | null
  inSeries: number
  source: TaskSource
  doneAt: number | null
  createdAt: number
  updatedAt: number
  checklist: string
  notes: string | null
  inReach: number
  ownerId: number | null
  ownerRole: Role | null
  pooledAt: number | null
  ownedSince: number | null
  customerCreatedAt: number | null
  lastInteractionAt: number | null
  archivedAt: number | null
  deletedAt: number | null
}

const columns = `t.id, t.uid, t.code, t.title, t.status, t.priority, t.progress, t.due_at AS dueAt, t.all_day AS allDay,
  t.duration_minutes AS durationMinutes, t.remind_at AS remindAt, t.assignee_id AS assigneeId, a.name AS assigneeName,
  t.creator_id AS creatorId, w.name AS creatorName, t.customer_id AS customerId, c.name AS customerName,
  t.contact_id AS contactId, p.name AS contactName, t.recurrence, t.series_start AS seriesStart,
  t.series_uid IS NOT NULL AS inSeries, t.source, t.done_at AS doneAt, t.created_at AS createdAt, t.updated_at AS updatedAt,
  t.checklist, t.notes, c.owner_id AS ownerId, o.role AS ownerRole, c.pooled_at AS pooledAt, c.owned_since AS ownedSince,
  c.created_at AS customerCreatedAt, c.last_interaction_at AS lastInteractionAt, c.archived_at AS archivedAt,
  c.deleted_at AS deletedAt`

/** What follows `FROM task t` with its index, so that the names that the columns come from are there. */
export const taskJoins = `JOIN user a ON a.id = t.assignee_id JOIN user w ON w.id = t.creator_id
  LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN user o ON o.id = c.owner_id LEFT JOIN contact p ON p.id = t.contact_id`

type Selection = {
  /** `INDEXED BY …`, or empty. */
  hint?: string
  /** With `@me` for the person. */
  where: string
  /** ORDER BY and LIMIT. */
  rest: string
  values: Record<string, unknown>
}

/** Tasks that a condition lets through, as the person who asks sees them. Which of them they may see is part of the condition. */
export function selectTasks(context: ReadContext, selection: Selection): TaskItem[] {
  const { read, session } = context
  const { hint = '', where, rest, values } = selection
  const viewer = viewerOf(read, context)
  return statement<TaskRow>(
    read,
    `SELECT ${columns}, ${tasksInReach(session.role, 'tasks.write')} AS inReach
     FROM task t ${hint} ${taskJoins} WHERE ${where} ${rest}`,
  )
    .all({ ...values, me: session.userId })
    .map((row) => viewTask(row, viewer))
}

function viewTask(row: TaskRow, viewer: Viewer): TaskItem {
  const relation = customerOf(row, viewer)
  const isSeen = seesTexts(
    { role: viewer.role, isAssignee: row.assigneeId === viewer.userId },
    relation,
  )
  const { id, uid, code, status, priority, progress, dueAt, durationMinutes, remindAt } = row
  const { assigneeId, assigneeName, creatorId, creatorName, seriesStart, source } = row
  const { doneAt, createdAt, updatedAt } = row
  const isHidden = relation === null
  return {
    ...{ id, uid, code, status, priority, progress, dueAt, durationMinutes, remindAt },
    ...{ assigneeId, assigneeName, creatorId, creatorName, seriesStart, source },
    ...{ doneAt, createdAt, updatedAt },
    allDay: row.allDay === 1,
    title: isSeen ? row.title : '',
    notes: isSeen ? row.notes : null,
    checklist: isSeen ? (JSON.parse(row.checklist) as ChecklistItem[]) : [],
    textsHidden: !isSeen,
    customerId: isHidden ? null : row.customerId,
    customerName: isHidden ? null : row.customerName,
    customerHidden: isHidden,
    ...contactOf(row, viewer, relation),
    recurrence: row.recurrence === null ? null : fromRRule(row.recurrence),
    inSeries: row.inSeries === 1,
    mayWrite: row.inReach === 1 && row.deletedAt === null,
  }
}

/** Whose the customer of a task is; undefined where it has none, null where the person may not read it. */
function customerOf(row: TaskRow, viewer: Viewer): Relation | null | undefined {
  if (row.customerId === null || row.ownerId === null || row.ownerRole === null) return undefined
  const { ownerId, ownerRole, pooledAt, ownedSince, lastInteractionAt } = row
  const createdAt = row.customerCreatedAt ?? 0
  const relation = relationOf(
    { ownerId, ownerRole, pooledAt, ownedSince, createdAt, lastInteractionAt },
    viewer,
  )
  return isReadable(viewer.role, relation, row.archivedAt !== null) ? relation : null
}

function contactOf(
  { contactId, contactName: name }: TaskRow,
  { role }: Viewer,
  relation: Relation | null | undefined,
): Pick<TaskItem, 'contactId' | 'contactName'> {
  const level = relation ? fieldLevelOf(role, 'contact', relation) : 'none'
  if (contactId === null || name === null || level === 'none')
    return { contactId: null, contactName: null }
  return { contactId, contactName: level === 'full' ? name : maskName(name) }
}
