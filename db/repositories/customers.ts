import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf } from '@shared/core/permissions'
import type { RevealField } from '@shared/features/customers/customers.contract'
import type { CustomerFields } from '@shared/features/customers/customers.schema'
import { noteSubject } from '../audit'
import { takeCode } from '../code-sequence'
import type { WriteContext } from '../context'
import { toCustomerColumns } from '../customer-columns'
import { fieldsOf } from '../customer-copies/restored-fields'
import { assertReferrer } from '../customer-referrer'
import { getCustomerRelation } from '../customer-relation'
import { writableFields, writableNumbers } from '../customer-rights'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { customer } from '../schema/customer'
import { openNumber } from '../sealed-numbers'
import { recordStageChanges } from '../stage-rows'
import { statement } from '../statements'

/** Number of customers that are not archived, whoever asks. */
export function countCustomers(read: ReadHandle): number {
  return (
    statement<{ total: number }>(
      read,
      'SELECT count(*) AS total FROM customer WHERE archived_at IS NULL',
    ).get()?.total ?? 0
  )
}

/**
 * Makes a customer owned by the person who is signed in; the code follows the template of the sources (R008). Groups of fields
 * that this person may not see whole stay empty (R084).
 * @throws AppError customers.no-such-referrer
 */
export function createCustomer(
  context: WriteContext,
  fields: CustomerFields,
): { id: number; code: string } {
  const { write, session, clock, newUid } = context
  const now = clock()
  const identity = { uid: newUid(), code: takeCode(write, 'C', now) }
  const writer = { role: session.role, relation: 'own' } as const
  assertReferrer(context, fields.referrerId, null)
  const id = insertRow(write, customer, {
    ...identity,
    ...toCustomerColumns(writableFields(fields, writer, null), identity),
    ...writableNumbers(context, fields, { ...writer, ...identity }, null),
    ownerId: session.userId,
    creatorId: session.userId,
    ownedSince: null,
    pooledAt: null,
    stageChangedAt: now,
    nextFollowAt: null,
    lastInteractionAt: null,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    ...{ deletedAt: null, mergedIntoId: null, searchPeople: '' },
  })
  return { id, code: identity.code }
}

/**
 * Replaces the fields of a customer; groups that the person may not see whole stay as they are stored (R084).
 * @param updatedAt the value that the editor started from
 * @throws AppError customers.not-found; core.forbidden; customers.in-bin; customers.changed-meanwhile when the row is newer
 * than `updatedAt`; customers.no-such-referrer
 */
export function updateCustomer(
  context: WriteContext,
  { id, updatedAt, fields }: { id: number; updatedAt: number; fields: CustomerFields },
): { updatedAt: number } {
  const { write, session, clock } = context
  const relation = getCustomerRelation(write, context, 'customers.write', id)
  const before = getStoredCustomer(write, id)
  if (before.updatedAt !== updatedAt) throw new AppError('customers.changed-meanwhile')
  if (fields.referrerId !== before.referrerId) assertReferrer(context, fields.referrerId, id)
  const now = clock()
  if (before.stage !== fields.stage)
    recordStageChanges(context, [id], {
      stage: fields.stage,
      reason: fields.lostReason ?? fields.stageReason,
      at: now,
    })
  const newUpdatedAt = nextUpdate(now, before.updatedAt)
  const { role } = session
  const after = {
    ...toCustomerColumns(writableFields(fields, { role, relation }, before), before),
    ...writableNumbers(context, fields, { relation, uid: before.uid }, before),
    stageChangedAt: before.stage === fields.stage ? before.stageChangedAt : now,
    updatedAt: newUpdatedAt,
  }
  write.orm.update(customer).set(pickChanged(after, before)).where(eq(customer.id, id)).run()
  return { updatedAt: newUpdatedAt }
}

/**
 * Writes some fields and leaves the others, sealed numbers included; groups that the person may not see whole stay as they are (R084).
 * @throws AppError customers.not-found; core.forbidden
 */
export function fillCustomer(
  context: WriteContext,
  id: number,
  fill: Partial<Omit<CustomerFields, 'idCard' | 'bankAccount'>>,
): void {
  const { write, session, clock } = context
  const relation = getCustomerRelation(write, context, 'customers.write', id)
  const before = getStoredCustomer(write, id)
  const fields = { ...fieldsOf(before), ...fill }
  const after = {
    ...toCustomerColumns(writableFields(fields, { role: session.role, relation }, before), before),
    updatedAt: nextUpdate(clock(), before.updatedAt),
  }
  write.orm.update(customer).set(pickChanged(after, before)).where(eq(customer.id, id)).run()
}

/** SQLite writes the index of every column that is set, changed or not, and each page written weighs in the next backup. */
function pickChanged<T extends object>(after: T, before: Partial<Record<keyof T, unknown>>): T {
  const entries = Object.entries(after).filter(([name, value]) => value !== before[name as keyof T])
  return Object.fromEntries(entries) as T
}

export type Revealed = Partial<Record<RevealField, string | null>>

/**
 * Whole contact details or numbers of one customer; the audit entry names the customer and the fields (R087, R089).
 * @throws AppError customers.not-found; core.forbidden for a field that this person may not see whole
 */
export function revealCustomer(
  context: WriteContext,
  { id, fields }: { id: number; fields: RevealField[] },
): Revealed {
  const { write, session } = context
  const relation = getCustomerRelation(write, context, 'customers.read', id)
  const row = getStoredCustomer(write, id)
  const wanted = [...new Set(fields)].sort()
  for (const field of wanted)
    if (fieldLevelOf(session.role, groupOf(field), relation) !== 'full')
      throw new AppError('core.forbidden', 'role may not see this field whole')
  noteSubject(write, `customer:${id} ${wanted.join(',')}`)
  return Object.fromEntries(
    wanted.map((field) => [
      field,
      field === 'phone' || field === 'email' ? row[field] : openSealed(context, field, row),
    ]),
  )
}

function openSealed(
  { fields: cipher }: WriteContext,
  field: 'idCard' | 'bankAccount',
  row: typeof customer.$inferSelect,
): string | null {
  if (cipher === null) throw new AppError('core.forbidden', 'no key for this field')
  return openNumber(field, row, cipher)
}

function groupOf(field: RevealField): 'contact' | 'idNumber' {
  return field === 'phone' || field === 'email' ? 'contact' : 'idNumber'
}

/** An edit is always later than the one before, even within one millisecond: editors compare this value. */
function nextUpdate(now: number, before: number): number {
  return Math.max(now, before + 1)
}

function getStoredCustomer(read: ReadHandle, id: number): typeof customer.$inferSelect {
  const row = read.orm.select().from(customer).where(eq(customer.id, id)).get()
  if (!row) throw new AppError('customers.not-found')
  return row
}
