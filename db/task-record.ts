import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf, isAllowed, type Role } from '@shared/core/permissions'
import type { ChecklistItem } from '@shared/features/tasks/tasks.enums'
import type { WriteContext } from './context'
import { refreshCustomerDates } from './customer-dates'
import { assertOutOfBin, findCustomerRelation } from './customer-relation'
import { task } from './schema/task'
import { statement } from './statements'
import { tasksInReach } from './task-access'

export type TaskRecord = typeof task.$inferSelect

/** @throws AppError core.not-found, also for a task that the person may not change; customers.in-bin */
export function getTaskRecord({ write, session }: WriteContext, id: number): TaskRecord {
  const mine = statement(
    write,
    `SELECT 1 FROM task t WHERE t.id = @id AND ${tasksInReach(session.role, 'tasks.write')}`,
  ).get({ id, me: session.userId })
  const row = mine ? write.orm.select().from(task).where(eq(task.id, id)).get() : undefined
  if (!row) throw new AppError('core.not-found')
  if (row.customerId !== null) assertOutOfBin(write, row.customerId)
  return row
}

/** Changes some columns of a task, and the dates kept on its customer with it. */
export function changeTask(
  { write, clock }: WriteContext,
  { id, customerId }: Pick<TaskRecord, 'id' | 'customerId'>,
  columns: Partial<TaskRecord>,
): void {
  const now = clock()
  write.orm
    .update(task)
    .set({ ...columns, updatedAt: now })
    .where(eq(task.id, id))
    .run()
  refreshDates({ write }, [customerId, columns.customerId ?? null], now)
}

/** As it is stored: `insertRow` works past the query builder. */
export const storedChecklist = (checklist: readonly ChecklistItem[]) =>
  JSON.stringify(checklist) as unknown as ChecklistItem[]

/** What was done for a customer is a contact with them (D2). */
export function refreshDates(
  { write }: Pick<WriteContext, 'write'>,
  customerIds: readonly (number | null)[],
  now: number,
): void {
  for (const customerId of new Set(customerIds))
    if (customerId !== null) refreshCustomerDates(write, customerId, now)
}

/** @throws AppError tasks.assignee-gone for somebody who is not at work here, or whose role does no tasks */
export function assertMayBeGiven({ write }: Pick<WriteContext, 'write'>, userId: number): void {
  const found = statement<{ role: Role }>(
    write,
    `SELECT role FROM user WHERE id = ? AND status IN ('active', 'pending')`,
  ).get(userId)
  if (!found || !isAllowed(found.role, 'tasks.write')) throw new AppError('tasks.assignee-gone')
}

/**
 * Looks at the customer and the person of it that a task is to be about.
 * @throws AppError customers.not-found for one that the writer may not read; customers.in-bin; tasks.contact-elsewhere
 */
export function assertMayBeAbout(
  context: WriteContext,
  { customerId, contactId }: { customerId: number | null; contactId: number | null },
): void {
  if (customerId === null) return
  const { write, session } = context
  const relation = findCustomerRelation(write, context, customerId)
  if (relation === null) throw new AppError('customers.not-found')
  assertOutOfBin(write, customerId)
  if (contactId === null) return
  const own = 'SELECT 1 FROM contact WHERE id = ? AND customer_id = ?'
  const seesPeople = fieldLevelOf(session.role, 'contact', relation) !== 'none'
  if (!seesPeople || !statement(write, own).get(contactId, customerId))
    throw new AppError('tasks.contact-elsewhere')
}
