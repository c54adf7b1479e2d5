import { eq } from 'drizzle-orm'
import type { WriteContext } from '../context'
import type { RestorePlan } from '../customer-copies/plan-restore'
import { refreshPeople } from '../customer-people'
import { insertRow } from '../insert-row'
import { contact, contactPoint } from '../schema/contact'
import { stageChange } from '../schema/stage-change'
import { verification } from '../schema/verification'
import { statement } from '../statements'

/**
 * Writes the people, numbers and records of a plan for a customer.
 * @param personOf somebody of the copy as a row of now
 * @returns a contact person of the copy as a row of now at this customer; null for one who is not there
 */
export function restoreBelongings(
  context: WriteContext,
  { copied, people, records }: RestorePlan,
  customerId: number,
  personOf: (userId: number) => number,
): (contactId: number | null) => number | null {
  const { write } = context
  for (const row of people.contacts) insertRow(write, contact, { ...row, customerId })
  const ownerOf = new Map(copied.contacts.map(({ id, uid }) => [id, uid]))
  const contactId = (id: number | null) =>
    id === null ? null : getContactId(context, ownerOf.get(id))
  for (const row of people.points)
    insertRow(write, contactPoint, { ...row, customerId, contactId: contactId(row.contactId) })
  replacePeople(context, people)
  refreshPeople(write, customerId)
  for (const row of records.verifications)
    insertRow(write, verification, { ...row, customerId, userId: personOf(row.userId) })
  for (const row of records.stageChanges)
    insertRow(write, stageChange, { ...row, customerId, userId: personOf(row.userId) })
  return (id) =>
    id === null ? null : findContactId(context, { uid: ownerOf.get(id) ?? '', customerId })
}

/** Those who are there become as they were; always later than the edit before, since editors compare that moment. */
function replacePeople(
  { write, clock }: WriteContext,
  { changedContacts, changedPoints }: RestorePlan['people'],
): void {
  for (const { then, now } of changedContacts) {
    const { name, position, department, decisionRole, notes } = then
    const updatedAt = Math.max(clock(), now.updatedAt + 1)
    write.orm
      .update(contact)
      .set({ name, position, department, decisionRole, notes, updatedAt })
      .where(eq(contact.id, now.id))
      .run()
  }
  for (const { then, now } of changedPoints) {
    const { type, raw, normalized, phoneKind, label, shared } = then
    const updatedAt = Math.max(clock(), now.updatedAt + 1)
    write.orm
      .update(contactPoint)
      .set({ type, raw, normalized, phoneKind, label, shared, updatedAt })
      .where(eq(contactPoint.id, now.id))
      .run()
  }
}

function getContactId({ write }: WriteContext, uid = ''): number {
  const row = statement<{ id: number }>(write, 'SELECT id FROM contact WHERE uid = ?').get(uid)
  if (!row) throw new Error('a number of the plan belongs to nobody')
  return row.id
}

function findContactId(
  { write }: WriteContext,
  values: { uid: string; customerId: number },
): number | null {
  const sql = 'SELECT id FROM contact WHERE uid = @uid AND customer_id = @customerId'
  return statement<{ id: number }>(write, sql).get(values)?.id ?? null
}
