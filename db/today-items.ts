import { fieldLevelOf, mayUse, type Relation, type Role, scopeOf } from '@shared/core/permissions'
import {
  isReadable,
  type OwnedRecord,
  relationOf,
  type Viewer,
} from '@shared/features/ownership/ownership.rules'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { Tier } from '@shared/features/customers/customers.enums'
import { seesTexts } from '@shared/features/tasks/tasks.rules'
import type { TaskPriority, TaskStatus } from '@shared/features/tasks/tasks.enums'
import { isWholeDay } from '@shared/features/today/today.rules'
import type { ItemRef, TodayItem } from '@shared/features/today/today.schema'
import { viewerOf } from './access'
import type { ReadContext } from './context'
import { statement } from './statements'

type Asking = Pick<ReadContext, 'read' | 'session' | 'clock'>

/** How much of the last entry of a timeline stands on a line of the board, in characters. */
const shownText = 120

type CustomerPart = OwnedRecord & {
  customerId: number
  name: string
  tier: Tier
  archivedAt: number | null
  lastAt: number | null
  lastType: FollowUpType | null
  lastText: string | null
}

type StepRow = CustomerPart & {
  id: number
  at: number
  allDay: number
  title: string | null
  type: FollowUpType
  doneAt: number | null
  personName: string
}

type TaskRow = Omit<{ [K in keyof CustomerPart]: CustomerPart[K] | null }, never> & {
  id: number
  at: number | null
  allDay: number
  title: string
  priority: TaskPriority
  status: TaskStatus
  recurrence: string | null
  assigneeId: number
  creatorId: number
  doneAt: number | null
  personName: string
}

const customerColumns = `c.id AS customerId, c.name, c.tier, c.owner_id AS ownerId,
  (SELECT role FROM user WHERE user.id = c.owner_id) AS ownerRole, c.pooled_at AS pooledAt,
  c.owned_since AS ownedSince, c.created_at AS createdAt, c.last_interaction_at AS lastInteractionAt,
  c.archived_at AS archivedAt, l.occurred_at AS lastAt, l.type AS lastType,
  substr(l.content, 1, ${shownText}) AS lastText`
/** The newest entry that says that somebody spoke to the customer. */
const lastEntry = `LEFT JOIN follow_up l ON l.id = (SELECT id FROM follow_up
    WHERE customer_id = c.id AND interaction = 1 AND occurred_at <= @now ORDER BY occurred_at DESC, id DESC LIMIT 1)`

const stepsSql = `SELECT f.id, f.next_follow_at AS at, f.next_all_day AS allDay, f.next_note AS title,
    ifnull(f.next_type, f.type) AS type, f.next_done_at AS doneAt,
    (SELECT user.name FROM user WHERE user.id = c.owner_id) AS personName, ${customerColumns}
  FROM follow_up f JOIN customer c ON c.id = f.customer_id ${lastEntry}
  WHERE f.id IN (SELECT value FROM json_each(@ids))`
const tasksSql = `SELECT t.id, t.due_at AS at, t.all_day AS allDay, t.title, t.priority, t.status, t.recurrence,
    t.assignee_id AS assigneeId, t.creator_id AS creatorId, t.done_at AS doneAt, person.name AS personName, ${customerColumns}
  FROM task t JOIN user person ON person.id = t.assignee_id LEFT JOIN customer c ON c.id = t.customer_id ${lastEntry}
  WHERE t.id IN (SELECT value FROM json_each(@ids))`

/** Items by their references, in that order, as far as the person may read them; each text only where its reader may see it (R084). */
export function describeItems(context: Asking, refs: readonly ItemRef[]): TodayItem[] {
  const { read } = context
  const viewer = viewerOf(read, context)
  const now = context.clock()
  const idsOf = (kind: ItemRef['kind']) =>
    JSON.stringify(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))
  const steps = statement<StepRow>(read, stepsSql).all({ ids: idsOf('step'), now })
  const tasks = statement<TaskRow>(read, tasksSql).all({ ids: idsOf('task'), now })
  const items = new Map<string, TodayItem>()
  for (const row of steps) {
    const item = stepItem(row, viewer)
    if (item) items.set(keyOf(item), item)
  }
  for (const row of tasks) {
    const item = taskItem(row, viewer)
    if (item) items.set(keyOf(item), item)
  }
  return refs.flatMap((ref) => items.get(keyOf(ref)) ?? [])
}

const keyOf = ({ kind, id }: ItemRef) => `${kind}:${id}`

function stepItem(row: StepRow, viewer: Viewer): TodayItem | null {
  const { role } = viewer
  const relation = relationOf(row, viewer)
  if (!mayUse(role, 'follow-ups.read', relation)) return null
  const { id, at, title, type, doneAt, ownerId, personName } = row
  return {
    ...{
      kind: 'step',
      id,
      at,
      type,
      doneAt,
      allDay: isWholeDay(at, row.allDay === 1),
      isWaiting: false,
    },
    title: seesNotes(role, relation) ? title : null,
    ...{ priority: null, isRecurring: false },
    ...customerOf(row, relation, role),
    person: row.pooledAt === null ? { id: ownerId, name: personName } : null,
    mayChange: row.archivedAt === null && mayUse(role, 'follow-ups.write', relation),
  }
}

function taskItem(row: TaskRow, viewer: Viewer): TodayItem | null {
  const { role, userId } = viewer
  const whose = hasCustomer(row) ? relationOf(row, viewer) : undefined
  const isMine = row.assigneeId === userId || row.creatorId === userId || whose === 'own'
  if (!reaches(role, 'tasks.read', isMine)) return null
  const found = hasCustomer(row) ? readableRelation(row, viewer) : undefined
  const { id, at, title, priority, status, recurrence, assigneeId, personName, doneAt } = row
  return {
    ...{ kind: 'task', id, at, priority, doneAt, allDay: row.allDay === 1, type: null },
    isWaiting: status === 'waiting',
    title: seesTexts({ role, isAssignee: assigneeId === userId }, found) ? title : null,
    isRecurring: recurrence !== null,
    ...(hasCustomer(row) && found
      ? customerOf(row, found, role)
      : { customer: null, lastContact: null }),
    person: { id: assigneeId, name: personName },
    mayChange: reaches(role, 'tasks.write', isMine),
  }
}

/** `tasksInReach` of `task-access.ts` for one row. */
function reaches(role: Role, permission: 'tasks.read' | 'tasks.write', isMine: boolean): boolean {
  const scope = scopeOf(role, permission)
  return scope === 'all' || (scope === 'own' && isMine)
}

function hasCustomer(row: TaskRow): row is TaskRow & CustomerPart {
  return row.customerId !== null
}

function readableRelation(row: CustomerPart, viewer: Viewer): Relation | null {
  const relation = relationOf(row, viewer)
  return isReadable(viewer.role, relation, row.archivedAt !== null) ? relation : null
}

function customerOf(
  { customerId, name, tier, lastAt, lastType, lastText }: CustomerPart,
  relation: Relation,
  role: Role,
): Pick<TodayItem, 'customer' | 'lastContact'> {
  const seesContact = mayUse(role, 'follow-ups.read', relation)
  return {
    customer: { id: customerId, name, tier },
    lastContact:
      lastAt === null || lastType === null || !seesContact
        ? null
        : { at: lastAt, type: lastType, text: seesNotes(role, relation) ? lastText : null },
  }
}

const seesNotes = (role: Role, relation: Relation) =>
  fieldLevelOf(role, 'notes', relation) === 'full'
