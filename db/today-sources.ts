import { scopeOf } from '@shared/core/permissions'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import type { Whose } from '@shared/features/today/today.schema'
import { tasksInReach } from './task-access'

/**
 * Where the items of the board come from, as SQL (R070, R083). Each is read by an index that begins with what is asked for: a person's
 * steps by their customers, everybody's by time, tasks by who has them.
 */

/** Whose items are read: of one person by row id, or of all. Null where the role sees none of that kind. */
type Reach = { person: number | null }

/** Whose steps of follow-ups a person sees. */
export function stepReach({ role, userId }: Viewer, whose: Whose): Reach | null {
  return reachOf(scopeOf(role, 'follow-ups.read'), userId, whose)
}

/** Whose tasks a person sees; those with the reach of their own see what they have or gave to somebody. */
export function taskReach({ role, userId }: Viewer, whose: Whose): Reach | null {
  const scope = scopeOf(role, 'tasks.read')
  if (scope === 'none') return null
  return reachOf('all', userId, whose)
}

function reachOf(scope: 'none' | 'own' | 'all', userId: number, whose: Whose): Reach | null {
  if (scope === 'none') return null
  if (whose === 'mine') return { person: userId }
  if (whose === 'all') return { person: scope === 'own' ? userId : null }
  return scope === 'all' || whose === userId ? { person: whose } : null
}

const openStep = `f.next_follow_at IS NOT NULL AND f.next_done_at IS NULL
  AND f.next_follow_at >= @from AND f.next_follow_at < @to`

/** Customers of `@person` with a step that is due before `@to`, and their steps from `@from` on: indexes hold all of it. */
const stepsByCustomer = `customer c INDEXED BY customer_by_owner_id
  CROSS JOIN follow_up f INDEXED BY follow_up_by_open_next_step ON f.customer_id = c.id
  WHERE c.owner_id = @person AND c.pooled_at IS NULL AND c.archived_at IS NULL
    AND c.next_follow_at < @to AND ${openStep}`

/** The same of all customers, to be counted. */
const allStepsByCustomer = `customer c INDEXED BY customer_by_next_follow_at
  CROSS JOIN follow_up f INDEXED BY follow_up_by_open_next_step ON f.customer_id = c.id
  WHERE c.archived_at IS NULL AND c.next_follow_at < @to AND ${openStep}`

/** Steps of all customers in order of time, to be read up to a limit. */
const allStepsByTime = `follow_up f INDEXED BY follow_up_by_next_step
  CROSS JOIN customer c ON c.id = f.customer_id
  WHERE c.archived_at IS NULL AND ${openStep}`

/** Open steps due from `@from` to `@to`, to be counted. */
export function countedSteps({ person }: Reach): string {
  return person === null ? allStepsByCustomer : stepsByCustomer
}

/** The same, to be listed. */
export function listedSteps({ person }: Reach): string {
  return person === null ? allStepsByTime : stepsByCustomer
}

/** Steps of one person due in a short span, by time: for what has just fallen due. */
export const stepsFallingDue = `follow_up f INDEXED BY follow_up_by_next_step
  CROSS JOIN customer c ON c.id = f.customer_id
  WHERE c.owner_id = @person AND c.pooled_at IS NULL AND c.archived_at IS NULL AND ${openStep}`

/** Steps that were done from `@from` to `@to`. */
export function doneSteps({ person }: Reach): string {
  return `follow_up f INDEXED BY follow_up_by_next_done_at CROSS JOIN customer c ON c.id = f.customer_id
    WHERE c.archived_at IS NULL AND f.next_done_at >= @from AND f.next_done_at < @to
      ${person === null ? '' : 'AND c.owner_id = @person AND c.pooled_at IS NULL'}`
}

/** Tasks of a customer in the recycle bin wait there with it. */
const atWork = `NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = t.customer_id AND customer.deleted_at IS NOT NULL)`

/** Open tasks, those that wait for somebody or those that do not. */
export function openTasks(viewer: Viewer, reach: Reach, status: 'open' | 'waiting'): string {
  return `task t INDEXED BY task_by_open
    WHERE ${assignee(reach)} AND t.done_at IS NULL AND t.status = '${status}'
      AND ${tasksInReach(viewer.role, 'tasks.read')} AND ${atWork}`
}

/** Tasks that were done from `@from` to `@to`. */
export function doneTasks(viewer: Viewer, { person }: Reach): string {
  return `task t INDEXED BY task_by_done_at
    WHERE t.done_at >= @from AND t.done_at < @to AND t.status = 'done'
      ${person === null ? '' : 'AND t.assignee_id = @person'} AND ${tasksInReach(viewer.role, 'tasks.read')} AND ${atWork}`
}

// The index begins with the person, so that all of them are asked one after the other.
const assignee = ({ person }: Reach) =>
  person === null ? 't.assignee_id IN (SELECT id FROM user)' : 't.assignee_id = @person'
