import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import type { CustomerFields } from '@shared/features/customers/customers.schema'
import { noteSubject } from '../audit'
import { takeCode } from '../code-sequence'
import type { ReadContext, WriteContext } from '../context'
import { toCustomerColumns } from '../customer-columns'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { customer } from '../schema/customer'
import { statement } from '../statements'

/** Number of customers that are not archived. */
export function countCustomers(read: ReadHandle): number {
  return (
    statement<{ total: number }>(
      read,
      'SELECT count(*) AS total FROM customer WHERE archived_at IS NULL',
    ).get()?.total ?? 0
  )
}

/** Makes a customer owned by the person who is signed in; the code follows the template of the sources (R008). */
export function createCustomer(
  { write, fields: cipher, session, clock, newUid }: WriteContext,
  fields: CustomerFields,
): { id: number; code: string } {
  const now = clock()
  const identity = { uid: newUid(), code: takeCode(write, 'C', now) }
  const id = insertRow(write, customer, {
    ...identity,
    ...toCustomerColumns(fields, identity, cipher),
    ownerId: session.userId,
    creatorId: session.userId,
    stageChangedAt: now,
    nextFollowAt: null,
    lastInteractionAt: null,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  })
  return { id, code: identity.code }
}

/**
 * Replaces all fields of a customer.
 * @param updatedAt the value that the editor started from
 * @throws AppError customers.not-found; customers.changed-meanwhile when the row is newer than `updatedAt`
 */
export function updateCustomer(
  { write, fields: cipher, clock }: WriteContext,
  { id, updatedAt, fields }: { id: number; updatedAt: number; fields: CustomerFields },
): { updatedAt: number } {
  const before = getCustomerRecord(write, id)
  if (before.updatedAt !== updatedAt) throw new AppError('customers.changed-meanwhile')
  const now = clock()
  const newUpdatedAt = nextUpdate(now, before.updatedAt)
  const columns = toCustomerColumns(fields, before, cipher)
  // Sealing the same number anew gives other bytes, which would look like a change.
  if (before.idCardSealed !== null && fields.idCard !== null)
    if (cipher.decrypt(before.idCardSealed, before.uid) === fields.idCard)
      columns.idCardSealed = before.idCardSealed
  write.orm
    .update(customer)
    .set({
      ...columns,
      stageChangedAt: before.stage === fields.stage ? before.stageChangedAt : now,
      updatedAt: newUpdatedAt,
    })
    .where(eq(customer.id, id))
    .run()
  return { updatedAt: newUpdatedAt }
}

export type RevealField = 'phone' | 'email' | 'idCard'
export type Revealed = Partial<Record<RevealField, string | null>>

/**
 * Whole contact details of one customer; the audit entry names the customer and the fields (R087, R089).
 * @throws AppError customers.not-found
 */
export function revealCustomer(
  { write, fields: cipher }: WriteContext,
  { id, fields }: { id: number; fields: RevealField[] },
): Revealed {
  const row = getCustomerRecord(write, id)
  const wanted = [...new Set(fields)].sort()
  noteSubject(write, `customer:${id} ${wanted.join(',')}`)
  const whole: Required<Revealed> = {
    phone: row.phone,
    email: row.email,
    idCard: wanted.includes('idCard') ? openIdCard({ read: write, fields: cipher }, row) : null,
  }
  return Object.fromEntries(wanted.map((field) => [field, whole[field]]))
}

/** An edit is always later than the one before, even within one millisecond: editors compare this value. */
function nextUpdate(now: number, before: number): number {
  return Math.max(now, before + 1)
}

function getCustomerRecord(read: ReadHandle, id: number): typeof customer.$inferSelect {
  const row = read.orm.select().from(customer).where(eq(customer.id, id)).get()
  if (!row) throw new AppError('customers.not-found')
  return row
}

function openIdCard(
  { fields }: ReadContext,
  row: { idCardSealed: string | null; uid: string },
): string | null {
  return row.idCardSealed === null ? null : fields.decrypt(row.idCardSealed, row.uid)
}
