import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf, mayUse, type Permission, type Relation } from '@shared/core/permissions'
import {
  closesStepsBefore,
  nextDoneAfterEdit,
  settleNextStep,
} from '@shared/features/follow-ups/follow-ups.rules'
import type { FollowUpEntry, FollowUpFields } from '@shared/features/follow-ups/follow-ups.schema'
import { takeCode } from '../code-sequence'
import type { ReadContext, WriteContext } from '../context'
import { refreshCustomerDates } from '../customer-dates'
import { assertOutOfBin, findCustomerRelation, getCustomerRelation } from '../customer-relation'
import { getContactRow } from '../contact-rows'
import { entryColumns, type StoredEntry, viewEntries } from '../follow-up-entries'
import { insertRow } from '../insert-row'
import { followUp } from '../schema/follow-up'
import { statement } from '../statements'

type PageOf = {
  customerId: number
  before: { occurredAt: number; id: number } | null
  limit: number
}

/**
 * One page of a customer's timeline, newest first, by keyset: any depth costs the same. Texts that the person may not see are
 * empty (R084).
 * @throws AppError customers.not-found; core.forbidden for a customer whose follow-ups the person may not read
 */
export function listFollowUps(
  context: ReadContext,
  { customerId, before, limit }: PageOf,
): { entries: FollowUpEntry[]; hasMore: boolean } {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'follow-ups.read', customerId)
  const entries = statement<StoredEntry>(
    read,
    `SELECT ${entryColumns} FROM follow_up f JOIN user u ON u.id = f.follower_id
     WHERE f.customer_id = ? ${before ? 'AND (f.occurred_at, f.id) < (?, ?)' : ''}
     ORDER BY f.occurred_at DESC, f.id DESC LIMIT ?`,
  ).all(customerId, ...(before ? [before.occurredAt, before.id] : []), limit + 1)
  const shown = entries.slice(0, limit)
  return {
    entries: viewEntries(read, shown, { role: session.role, relation }),
    hasMore: entries.length > limit,
  }
}

/**
 * Logs a follow-up and settles the plan: with a new next date every open step is closed, without one those due by today.
 * @throws AppError customers.not-found; core.forbidden; customers.in-bin; contacts.not-found for a person at another customer
 */
export function createFollowUp(
  context: WriteContext,
  input: FollowUpFields,
): { id: number; code: string } {
  const { write, session, clock, newUid } = context
  const relation = getCustomerRelation(write, context, 'follow-ups.write', input.customerId)
  const now = clock()
  const { customerId } = input
  const { nextAllDay, ...next } = settleNextStep(input)
  const contactId = contactMet(context, relation, input, null)
  statement(
    write,
    `UPDATE follow_up SET next_done_at = @now, updated_at = @now
     WHERE customer_id = @customerId AND next_done_at IS NULL AND next_follow_at < @before`,
  ).run({ now, customerId, before: closesStepsBefore(next.nextFollowAt, now) })
  const code = takeCode(write, 'F', now)
  const id = insertRow(write, followUp, {
    ...input,
    code,
    uid: newUid(),
    ...{ ...next, nextAllDay: Number(nextAllDay), nextDoneAt: null, contactId },
    interaction: 1,
    followerId: session.userId,
    createdAt: now,
    updatedAt: now,
  })
  refreshCustomerDates(write, customerId, now)
  return { id, code }
}

/**
 * Replaces what an entry says; its texts and whom they met stay where the writer may not see them.
 * @throws AppError core.not-found, also for an entry whose customer the person may not follow up; customers.in-bin;
 * contacts.not-found for a person at another customer
 */
export function updateFollowUp(
  context: WriteContext,
  { id, fields }: { id: number; fields: Omit<FollowUpFields, 'customerId'> },
): { id: number; customerId: number } {
  const { write, session, clock } = context
  const { row: before, relation } = getFollowUpRecord(context, id)
  const now = clock()
  const seesNotes = fieldLevelOf(session.role, 'notes', relation) === 'full'
  const { content, nextNote } = seesNotes ? fields : before
  const { customerId } = before
  const { nextAllDay, ...next } = settleNextStep({ ...fields, nextNote })
  write.orm
    .update(followUp)
    .set({
      ...fields,
      ...next,
      content,
      contactId: contactMet(context, relation, { ...fields, customerId }, before.contactId),
      nextAllDay: Number(nextAllDay),
      nextDoneAt: nextDoneAfterEdit(before, next.nextFollowAt),
      updatedAt: now,
    })
    .where(eq(followUp.id, id))
    .run()
  refreshCustomerDates(write, customerId, now)
  return { id, customerId }
}

/**
 * Takes an entry away; files that came with it stay at the customer.
 * @throws AppError core.not-found, also for an entry whose customer the person may not follow up; customers.in-bin
 */
export function deleteFollowUp(context: WriteContext, id: number): { id: number } {
  const { write, clock } = context
  const { customerId } = getFollowUpRecord(context, id).row
  statement(write, 'UPDATE attachment SET follow_up_id = NULL WHERE follow_up_id = ?').run(id)
  write.orm.delete(followUp).where(eq(followUp.id, id)).run()
  refreshCustomerDates(write, customerId, clock())
  return { id }
}

/**
 * Marks the planned next step as done; one that is done already, or was never planned, stays as it is.
 * @throws AppError core.not-found, also for an entry whose customer the person may not follow up; customers.in-bin
 */
export function completeNextStep(context: WriteContext, id: number): { id: number } {
  const { write, clock } = context
  const { customerId } = getFollowUpRecord(context, id).row
  const now = clock()
  statement(
    write,
    `UPDATE follow_up SET next_done_at = @now, updated_at = @now
     WHERE id = @id AND next_follow_at IS NOT NULL AND next_done_at IS NULL`,
  ).run({ id, now })
  refreshCustomerDates(write, customerId, now)
  return { id }
}

/** @throws AppError contacts.not-found for a person at another customer */
function contactMet(
  { write, session }: WriteContext,
  relation: Relation,
  { customerId, contactId }: Pick<FollowUpFields, 'customerId' | 'contactId'>,
  before: number | null,
): number | null {
  if (fieldLevelOf(session.role, 'contact', relation) === 'none') return before
  return contactId === null ? null : getContactRow(write, { customerId, id: contactId }).id
}

const writing: Permission = 'follow-ups.write'

function getFollowUpRecord(
  context: WriteContext,
  id: number,
): { row: typeof followUp.$inferSelect; relation: Relation } {
  const { write, session } = context
  const row = write.orm.select().from(followUp).where(eq(followUp.id, id)).get()
  const relation = row ? findCustomerRelation(write, context, row.customerId) : null
  if (!row || relation === null || !mayUse(session.role, writing, relation))
    throw new AppError('core.not-found')
  assertOutOfBin(write, row.customerId)
  return { row, relation }
}
