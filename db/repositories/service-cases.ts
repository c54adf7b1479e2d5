import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf, mayUse, type Relation, type Role } from '@shared/core/permissions'
import {
  assertCaseOrder,
  type CaseProgress,
  moveCase,
  respondCase,
} from '@shared/features/service-cases/service-cases.rules'
import type { CaseFields, CaseMove } from '@shared/features/service-cases/service-cases.schema'
import { takeCode } from '../code-sequence'
import { getContactRow } from '../contact-rows'
import type { WriteContext } from '../context'
import { refreshCustomerDates } from '../customer-dates'
import { assertOutOfBin, findCustomerRelation, getCustomerRelation } from '../customer-relation'
import { insertRow } from '../insert-row'
import { serviceCase } from '../schema/service-case'
import { statement } from '../statements'

type Stored = typeof serviceCase.$inferSelect
type Changed = { id: number }

/**
 * Writes down what a customer asked, complained about, wants repaired or praised (R080).
 * @throws AppError customers.not-found; core.forbidden; customers.in-bin; contacts.not-found for a person at another customer;
 * service-cases.handler-unfit; service-cases.time-order for a beginning in the future
 */
export function createCase(context: WriteContext, fields: CaseFields): Changed & { code: string } {
  const { write, session, clock, newUid } = context
  const { customerId } = fields
  getCustomerRelation(write, context, 'service-cases.write', customerId)
  const now = clock()
  const stamps = { respondedAt: null, resolvedAt: null, closedAt: null }
  assertCaseOrder({ ...fields, ...stamps }, now)
  assertPeople(context, customerId, fields)
  const code = takeCode(write, 'S', now)
  const id = insertRow(write, serviceCase, {
    ...{ ...fields, ...stamps, code, uid: newUid() },
    ...{ status: 'open', satisfaction: null, result: null },
    handlerId: fields.handlerId ?? session.userId,
    creatorId: session.userId,
    ...{ createdAt: now, updatedAt: now },
  })
  refreshCustomerDates(write, customerId, now)
  return { id, code }
}

/**
 * Replaces what a case says; its texts stay where the writer may not see them.
 * @throws AppError core.not-found, also for a case whose customer the person may not serve; otherwise as `createCase`
 */
export function updateCase(
  context: WriteContext,
  { id, fields }: { id: number; fields: Omit<CaseFields, 'customerId'> },
): Changed {
  const { row, relation } = getCase(context, id)
  assertCaseOrder({ ...row, openedAt: fields.openedAt }, context.clock())
  const handlerId = fields.handlerId ?? row.handlerId
  const people = { contactId: fields.contactId, handlerId }
  assertPeople(context, row.customerId, {
    ...people,
    // Whoever looks after it already may go on, whatever became of their role.
    handlerId: handlerId === row.handlerId ? null : handlerId,
  })
  const seesNotes = fieldLevelOf(context.session.role, 'notes', relation) === 'full'
  const { subject, content } = seesNotes ? fields : row
  return store(context, row, { ...fields, ...people, subject, content })
}

/**
 * Moves a case to another status (see `moveCase`).
 * @throws AppError core.not-found; customers.in-bin; service-cases.result-missing
 */
export function changeCaseStatus(context: WriteContext, { id, ...change }: CaseMove): Changed {
  const { row } = getCase(context, id)
  return store(context, row, moveCase(progressOf(row), change, context.clock()))
}

/**
 * Notes the first answer to the customer.
 * @param at epoch ms, null for now
 * @throws AppError core.not-found; customers.in-bin; service-cases.time-order
 */
export function respondToCase(
  context: WriteContext,
  { id, at }: { id: number; at: number | null },
): Changed {
  const { row } = getCase(context, id)
  return store(context, row, respondCase(progressOf(row), at, context.clock()))
}

/** @throws AppError core.not-found, also for a case whose customer the person may not serve; customers.in-bin */
export function deleteCase(context: WriteContext, id: number): Changed {
  const { write, clock } = context
  const { customerId } = getCase(context, id).row
  write.orm.delete(serviceCase).where(eq(serviceCase.id, id)).run()
  refreshCustomerDates(write, customerId, clock())
  return { id }
}

function progressOf(row: Stored): CaseProgress {
  const { status, openedAt, respondedAt, resolvedAt, closedAt, result, satisfaction } = row
  return { status, openedAt, respondedAt, resolvedAt, closedAt, result, satisfaction }
}

function store(context: WriteContext, row: Stored, values: Partial<Stored>): Changed {
  const { write, clock } = context
  const now = clock()
  write.orm
    .update(serviceCase)
    .set({ ...values, updatedAt: now })
    .where(eq(serviceCase.id, row.id))
    .run()
  refreshCustomerDates(write, row.customerId, now)
  return { id: row.id }
}

function getCase(context: WriteContext, id: number): { row: Stored; relation: Relation } {
  const { write, session } = context
  const row = write.orm.select().from(serviceCase).where(eq(serviceCase.id, id)).get()
  const relation = row ? findCustomerRelation(write, context, row.customerId) : null
  if (!row || relation === null || !mayUse(session.role, 'service-cases.write', relation))
    throw new AppError('core.not-found')
  assertOutOfBin(write, row.customerId)
  return { row, relation }
}

/** The person at the customer is theirs, and who looks after the case reaches the customer. */
function assertPeople(
  { write }: WriteContext,
  customerId: number,
  { contactId, handlerId }: { contactId: number | null; handlerId: number | null },
): void {
  if (contactId !== null) getContactRow(write, { customerId, id: contactId })
  if (handlerId === null) return
  const handler = statement<{ role: Role; owns: number }>(
    write,
    `SELECT role, EXISTS (SELECT 1 FROM customer WHERE customer.id = @customerId AND owner_id = user.id AND pooled_at IS NULL) AS owns
     FROM user WHERE id = @handlerId AND status IN ('active', 'pending')`,
  ).get({ customerId, handlerId })
  if (
    !handler ||
    !mayUse(handler.role, 'service-cases.write', handler.owns === 1 ? 'own' : 'other')
  )
    throw new AppError('service-cases.handler-unfit')
}
