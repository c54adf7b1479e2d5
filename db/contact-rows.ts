import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf, type Relation } from '@shared/core/permissions'
import type { PointInput } from '@shared/features/contacts/contacts.schema'
import { toPointColumns } from './contact-columns'
import type { ReadContext, WriteContext } from './context'
import { getCustomerRelation } from './customer-relation'
import type { ReadHandle } from './handles'
import { insertRow } from './insert-row'
import { contact, contactPoint } from './schema/contact'

type StoredContact = typeof contact.$inferSelect
export type StoredPoint = typeof contactPoint.$inferSelect

/** Whose points: a person's, or with `contactId` null the customer's own. */
export type PointOwner = { customerId: number; contactId: number | null }

/**
 * Refuses to write unless the person may change the customer and see its contact details whole: what one does not see one does
 * not replace (R084).
 * @throws AppError customers.not-found; core.forbidden
 */
export function assertMayWriteContacts(context: WriteContext, customerId: number): Relation {
  const relation = getCustomerRelation(context.write, context, 'customers.write', customerId)
  assertSeesContacts(context, relation)
  return relation
}

/** @throws AppError core.forbidden unless contact details are seen whole */
export function assertSeesContacts(
  { session }: Pick<ReadContext, 'session'>,
  relation: Relation,
): void {
  if (fieldLevelOf(session.role, 'contact', relation) !== 'full')
    throw new AppError('core.forbidden', 'role may not see contact details whole')
}

/** The people of a customer in their order. */
export function listContactRows({ orm }: ReadHandle, customerId: number): StoredContact[] {
  return orm
    .select()
    .from(contact)
    .where(eq(contact.customerId, customerId))
    .orderBy(asc(contact.sort), asc(contact.id))
    .all()
}

/** @throws AppError contacts.not-found, also for a person at another customer */
export function getContactRow(
  { orm }: ReadHandle,
  { customerId, id }: { customerId: number; id: number },
): StoredContact {
  const row = orm
    .select()
    .from(contact)
    .where(and(eq(contact.id, id), eq(contact.customerId, customerId)))
    .get()
  if (!row) throw new AppError('contacts.not-found')
  return row
}

/** All points of a customer and its people, those of each in their order. */
export function listPointRows(read: ReadHandle, customerId: number): StoredPoint[] {
  return selectPoints(read, eq(contactPoint.customerId, customerId))
}

/** The points of one owner in their order. */
export function listOwnPoints(
  read: ReadHandle,
  { customerId, contactId }: PointOwner,
): StoredPoint[] {
  const isOwn =
    contactId === null ? isNull(contactPoint.contactId) : eq(contactPoint.contactId, contactId)
  return selectPoints(read, and(eq(contactPoint.customerId, customerId), isOwn))
}

function selectPoints({ orm }: ReadHandle, where: SQL | undefined): StoredPoint[] {
  return orm
    .select()
    .from(contactPoint)
    .where(where)
    .orderBy(asc(contactPoint.sort), asc(contactPoint.id))
    .all()
}

/**
 * Makes the points of one owner those that are wanted, in that order: what stands there already keeps its row, and what says the same
 * is left alone, so that it stands in no journal.
 * @param updatedAt moment of the change, later than any before
 * @throws AppError contacts.changed-meanwhile for a row that is gone or belongs to somebody else
 */
export function writePoints(
  { write, newUid }: Pick<WriteContext, 'write' | 'newUid'>,
  owner: PointOwner,
  wanted: readonly PointInput[],
  updatedAt: number,
): void {
  const before = new Map(listOwnPoints(write, owner).map((row) => [row.id, row]))
  const kept = wanted.flatMap(({ id }) => (id === null ? [] : [id]))
  if (new Set(kept).size !== kept.length || kept.some((id) => !before.has(id)))
    throw new AppError('contacts.changed-meanwhile')
  const gone = [...before.keys()].filter((id) => !kept.includes(id))
  if (gone.length > 0) write.orm.delete(contactPoint).where(inArray(contactPoint.id, gone)).run()
  wanted.forEach(({ id, ...point }, sort) => {
    const columns = { ...toPointColumns(point), sort }
    const row = id === null ? undefined : before.get(id)
    if (!row)
      insertRow(write, contactPoint, {
        ...{ ...owner, ...columns, uid: newUid() },
        ...{ createdAt: updatedAt, updatedAt },
      })
    else if (saysElse(columns, row))
      write.orm
        .update(contactPoint)
        .set({ ...columns, updatedAt })
        .where(eq(contactPoint.id, row.id))
        .run()
  })
}

function saysElse(columns: Partial<StoredPoint>, row: StoredPoint): boolean {
  return Object.entries(columns).some(([name, value]) => row[name as keyof StoredPoint] !== value)
}
