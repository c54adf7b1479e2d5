import { eq } from 'drizzle-orm'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { WriteContext } from '../context'
import { lastFieldSort } from '../custom-field-rows'
import { putCustomValue } from '../custom-value-rows'
import type { RestorePlan } from '../customer-copies/plan-restore'
import { refreshPeople } from '../customer-people'
import { insertRow } from '../insert-row'
import { contact, contactPoint } from '../schema/contact'
import { customField } from '../schema/custom-field'
import { stageChange } from '../schema/stage-change'
import { verification } from '../schema/verification'
import { statement } from '../statements'

/**
 * Writes the people, numbers, records and custom values of a plan for a customer.
 * @param personOf somebody of the copy as a row of now
 * @returns a contact person of the copy as a row of now at this customer; null for one who is not there
 */
export function restoreBelongings(
  context: WriteContext,
  { copied, people, records, values }: RestorePlan,
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
  for (const { field, isNewField, value, number } of [...values.added, ...values.changed]) {
    const fieldId = isNewField ? restoreField(context, field) : field.id
    putCustomValue(context, { customerId, fieldId, value, number })
  }
  return (id) =>
    id === null ? null : findContactId(context, { uid: ownerOf.get(id) ?? '', customerId })
}

/** A field that is not there any more, as it was and last in the order (R073). */
function restoreField({ write, clock }: WriteContext, { id: _id, ...field }: CustomField): number {
  const moments = { createdAt: clock(), updatedAt: clock() }
  return write.orm
    .insert(customField)
    .values({ ...field, ...moments, sort: lastFieldSort(write) + 1 })
    .returning({ id: customField.id })
    .get().id
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
