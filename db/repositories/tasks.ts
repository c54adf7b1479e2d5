import { AppError } from '@shared/core/errors'
import { isAllowed, type Role } from '@shared/core/permissions'
import type { TaskItem } from '@shared/features/tasks/tasks.schema'
import type { ReadContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import { statement } from '../statements'
import { tasksInReach, tasksRead } from '../task-access'
import { selectTasks } from '../task-rows'
import { startOfDay } from '@shared/core/dates'

export type TaskListInput = {
  state: 'open' | 'waiting' | 'closed'
  assigneeId: number | null
  customerId: number | null
  dueFrom: number | null
  dueTo: number | null
  text: string
  after: { at: number | null; id: number } | null
  limit: number
}

/**
 * One page of the tasks that the person may see. Open ones stand by their day and those without one last; closed ones by when they
 * were closed, newest first. Those of customers in the recycle bin are left out, but on that customer's own page.
 * @throws AppError customers.not-found for the tasks of a customer that the person may not read
 */
export function listTasks(
  context: ReadContext,
  input: TaskListInput,
): { tasks: TaskItem[]; hasMore: boolean } {
  const { after, limit, customerId } = input
  if (customerId !== null) assertMayRead(context, customerId)
  const { where, hint } = conditionOf(context, input)
  const values = { ...input, at: after?.at ?? null, id: after?.id ?? 0 }
  const page = (condition: string, order: string, count: number) =>
    selectTasks(context, {
      hint,
      where: `${where} AND ${condition}`,
      rest: `ORDER BY ${order} LIMIT @count`,
      values: { ...values, count },
    })

  if (input.state === 'closed') {
    const since = after ? '(t.done_at, t.id) < (@at, @id)' : 'TRUE'
    return cut(page(since, 't.done_at DESC, t.id DESC', limit + 1), limit)
  }
  const since = after ? '(t.due_at, t.id) > (@at, @id)' : 'TRUE'
  const isPastDated = after !== null && after.at === null
  const dated = isPastDated
    ? []
    : page(`t.due_at IS NOT NULL AND ${since}`, 't.due_at, t.id', limit + 1)
  const missing = limit + 1 - dated.length
  if (missing === 0 || input.dueFrom !== null || input.dueTo !== null) return cut(dated, limit)
  const undatedSince = isPastDated ? 't.id > @id' : 'TRUE'
  const undated = page(`t.due_at IS NULL AND ${undatedSince}`, 't.id', missing)
  return cut([...dated, ...undated], limit)
}

function cut(tasks: TaskItem[], limit: number): { tasks: TaskItem[]; hasMore: boolean } {
  return { tasks: tasks.slice(0, limit), hasMore: tasks.length > limit }
}

function conditionOf({ session }: ReadContext, input: TaskListInput) {
  const { state, assigneeId, customerId, dueFrom, dueTo, text } = input
  const role = session.role
  const conditions = [
    tasksInReach(role, 'tasks.read'),
    state === 'closed' ? 't.done_at IS NOT NULL' : 't.done_at IS NULL',
    state === 'waiting' && `t.status = 'waiting'`,
    assigneeId !== null && 't.assignee_id = @assigneeId',
    customerId === null ? '(t.customer_id IS NULL OR c.deleted_at IS NULL)' : ofCustomer,
    dueFrom !== null && 't.due_at >= @dueFrom',
    dueTo !== null && 't.due_at < @dueTo',
    text !== '' && `${tasksRead(role)} AND (${found('t.title')} OR ${found('t.notes')})`,
  ]
  // Of all tasks few are open: better those sorted than all of them walked through by their day.
  const hint = state === 'closed' || customerId !== null ? '' : 'INDEXED BY task_by_open'
  return { where: conditions.filter(Boolean).join(' AND '), hint }
}

const ofCustomer = 't.customer_id = @customerId'
const found = (column: string) => `instr(lower(coalesce(${column}, '')), lower(@text)) > 0`

/** @throws AppError core.not-found, also for a task that the person may not see */
export function getTask(context: ReadContext, id: number): TaskItem {
  const [task] = selectTasks(context, {
    where: `t.id = @id AND ${tasksInReach(context.session.role, 'tasks.read')}`,
    rest: '',
    values: { id },
  })
  if (!task) throw new AppError('core.not-found')
  return task
}

/**
 * How many tasks are open, and how many of them overdue.
 * @throws AppError customers.not-found for those of a customer that the person may not read
 */
export function countTasks(
  context: ReadContext,
  { assigneeId, customerId }: { assigneeId: number | null; customerId: number | null },
): { open: number; overdue: number } {
  const { read, session, clock } = context
  if (customerId !== null) assertMayRead(context, customerId)
  const now = clock()
  const row = statement<{ open: number; overdue: number }>(
    read,
    `SELECT count(*) AS open,
       count(*) FILTER (WHERE t.due_at < CASE t.all_day WHEN 1 THEN @today ELSE @now END) AS overdue
     FROM task t LEFT JOIN customer c ON c.id = t.customer_id
     WHERE t.done_at IS NULL AND ${tasksInReach(session.role, 'tasks.read')}
       ${assigneeId === null ? '' : 'AND t.assignee_id = @assigneeId'}
       AND ${customerId === null ? '(t.customer_id IS NULL OR c.deleted_at IS NULL)' : ofCustomer}`,
  ).get({ assigneeId, customerId, me: session.userId, now, today: startOfDay(now) })
  return row ?? { open: 0, overdue: 0 }
}

/** People who are at work here and whose role does tasks, by name; and who asks. */
export function listTaskPeople({ read, session }: ReadContext): {
  me: number
  people: { id: number; name: string }[]
} {
  const people = statement<{ id: number; name: string; role: Role }>(
    read,
    `SELECT id, name, role FROM user WHERE status IN ('active', 'pending') ORDER BY name, id`,
  ).all()
  return {
    me: session.userId,
    people: people
      .filter(({ role }) => isAllowed(role, 'tasks.write'))
      .map(({ id, name }) => ({ id, name })),
  }
}

function assertMayRead(context: ReadContext, customerId: number): void {
  getCustomerRelation(context.read, context, 'customers.read', customerId)
}
