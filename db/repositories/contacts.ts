import { eq, sql } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf } from '@shared/core/permissions'
import type { RouteOutput } from '@shared/contract'
import type { ContactInput } from '@shared/features/contacts/contacts.schema'
import {
  assertMayWriteContacts,
  getContactRow,
  listContactRows,
  listPointRows,
  writePoints,
} from '../contact-rows'
import { viewPerson, viewPoint } from '../contact-view'
import type { ReadContext, WriteContext } from '../context'
import { refreshPeople } from '../customer-people'
import { getCustomerRelation } from '../customer-relation'
import { insertRow } from '../insert-row'
import { contact, contactPoint } from '../schema/contact'
import { statement } from '../statements'

type ContactList = RouteOutput<'contacts.list'>

/**
 * The people at a customer and its further numbers, all masked as far as the person may see them (R006, R083, R084, R089).
 * @throws AppError customers.not-found, also for one that the person may not read
 */
export function listContacts(
  context: ReadContext,
  { customerId }: { customerId: number },
): ContactList {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'customers.read', customerId)
  const onlooker = { role: session.role, relation }
  if (fieldLevelOf(session.role, 'contact', relation) === 'none')
    return { contacts: [], points: [], pointsUpdatedAt: null }
  const points = listPointRows(read, customerId)
  const own = points.filter(({ contactId }) => contactId === null)
  return {
    contacts: listContactRows(read, customerId).map((row) => {
      const ofPerson = points.filter(({ contactId }) => contactId === row.id)
      return viewPerson(row, ofPerson, onlooker)
    }),
    points: own.map((point) => viewPoint(point, onlooker)),
    pointsUpdatedAt: own.length === 0 ? null : Math.max(...own.map(({ updatedAt }) => updatedAt)),
  }
}

/**
 * Adds a person at the end.
 * @throws AppError customers.not-found; core.forbidden; contacts.changed-meanwhile for numbers that name a row
 */
export function createContact(
  context: WriteContext,
  { customerId, fields }: { customerId: number; fields: ContactInput },
): { id: number } {
  const { write, clock, newUid } = context
  assertMayWriteContacts(context, customerId)
  const now = clock()
  const { points, ...columns } = fields
  const id = insertRow(write, contact, {
    ...{ ...columns, customerId, uid: newUid() },
    sort: nextSort(write, customerId),
    ...{ createdAt: now, updatedAt: now },
  })
  writePoints(context, { customerId, contactId: id }, points, now)
  refreshPeople(write, customerId)
  return { id }
}

/**
 * Replaces what is known of a person, every number included; notes stay where the writer may not see them.
 * @param updatedAt the value that the editor started from
 * @throws AppError customers.not-found; core.forbidden; contacts.not-found; contacts.changed-meanwhile when the row is newer
 */
export function updateContact(
  context: WriteContext,
  input: { customerId: number; id: number; updatedAt: number; fields: ContactInput },
): { updatedAt: number } {
  const { write, session, clock } = context
  const { customerId, id } = input
  const relation = assertMayWriteContacts(context, customerId)
  const before = getContactRow(write, input)
  if (before.updatedAt !== input.updatedAt) throw new AppError('contacts.changed-meanwhile')
  const { points, ...columns } = input.fields
  const seesNotes = fieldLevelOf(session.role, 'notes', relation) === 'full'
  // Always later than the edit before, even within one millisecond: editors compare this value.
  const updatedAt = Math.max(clock(), before.updatedAt + 1)
  write.orm
    .update(contact)
    .set({ ...columns, notes: seesNotes ? columns.notes : before.notes, updatedAt })
    .where(eq(contact.id, id))
    .run()
  writePoints(context, { customerId, contactId: id }, points, updatedAt)
  refreshPeople(write, customerId)
  return { updatedAt }
}

/**
 * Takes a person and their numbers away; what was written of meeting them stays without a name. Undo brings all back.
 * @throws AppError customers.not-found; core.forbidden; contacts.not-found
 */
export function deleteContact(
  context: WriteContext,
  input: { customerId: number; id: number },
): Record<string, never> {
  const { write } = context
  assertMayWriteContacts(context, input.customerId)
  const { id } = getContactRow(write, input)
  // What was done or is to be done with them stays, without the person.
  for (const table of ['task', 'follow_up', 'service_case'])
    statement(write, `UPDATE ${table} SET contact_id = NULL WHERE contact_id = ?`).run(id)
  write.orm.delete(contactPoint).where(eq(contactPoint.contactId, id)).run()
  write.orm.delete(contact).where(eq(contact.id, id)).run()
  refreshPeople(write, input.customerId)
  return {}
}

/**
 * Puts the people of a customer into another order; what is known of them stays as it is, their moment of change included.
 * @throws AppError customers.not-found; core.forbidden; contacts.changed-meanwhile unless exactly those who are there are named
 */
export function reorderContacts(
  context: WriteContext,
  { customerId, ids }: { customerId: number; ids: number[] },
): Record<string, never> {
  const { write } = context
  assertMayWriteContacts(context, customerId)
  const rows = listContactRows(write, customerId)
  const wanted = new Set(ids)
  if (ids.length !== rows.length || rows.some(({ id }) => !wanted.has(id)))
    throw new AppError('contacts.changed-meanwhile')
  const move = statement(write, 'UPDATE contact SET sort = @sort WHERE id = @id AND sort <> @sort')
  ids.forEach((id, sort) => move.run({ id, sort }))
  return {}
}

function nextSort({ orm }: WriteContext['write'], customerId: number): number {
  const row = orm
    .select({ last: sql<number | null>`max(${contact.sort})` })
    .from(contact)
    .where(eq(contact.customerId, customerId))
    .get()
  return (row?.last ?? -1) + 1
}
