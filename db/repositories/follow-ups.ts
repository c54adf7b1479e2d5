import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { closesStepsBefore, nextDoneAfterEdit } from '@shared/features/follow-ups/follow-ups.rules'
import type { FollowUpEntry, FollowUpFields } from '@shared/features/follow-ups/follow-ups.schema'
import { takeCode } from '../code-sequence'
import type { WriteContext } from '../context'
import { refreshCustomerDates } from '../customer-dates'
import type { ReadHandle, WriteHandle } from '../handles'
import { insertRow } from '../insert-row'
import { followUp } from '../schema/follow-up'
import { statement } from '../statements'

type PageOf = {
  customerId: number
  before: { occurredAt: number; id: number } | null
  limit: number
}

const entryColumns = `f.id, f.uid, f.code, f.customer_id AS customerId, f.type, f.occurred_at AS occurredAt, f.content,
  f.next_follow_at AS nextFollowAt, f.next_note AS nextNote, f.next_done_at AS nextDoneAt,
  u.name AS followerName, f.created_at AS createdAt, f.updated_at AS updatedAt`

/** One page of a customer's timeline, newest first, by keyset: any depth costs the same. */
export function listFollowUps(
  read: ReadHandle,
  { customerId, before, limit }: PageOf,
): { entries: FollowUpEntry[]; hasMore: boolean } {
  const entries = statement<FollowUpEntry>(
    read,
    `SELECT ${entryColumns} FROM follow_up f JOIN user u ON u.id = f.follower_id
     WHERE f.customer_id = ? ${before ? 'AND (f.occurred_at, f.id) < (?, ?)' : ''}
     ORDER BY f.occurred_at DESC, f.id DESC LIMIT ?`,
  ).all(customerId, ...(before ? [before.occurredAt, before.id] : []), limit + 1)
  return { entries: entries.slice(0, limit), hasMore: entries.length > limit }
}

/**
 * Logs a follow-up and settles the plan: with a new next date every open step is closed, without one those due by today.
 * @throws AppError customers.not-found
 */
export function createFollowUp(
  { write, session, clock, newUid }: WriteContext,
  input: FollowUpFields,
): { id: number; code: string } {
  assertCustomer(write, input.customerId)
  const now = clock()
  const { nextFollowAt, customerId } = input
  statement(
    write,
    `UPDATE follow_up SET next_done_at = @now, updated_at = @now
     WHERE customer_id = @customerId AND next_done_at IS NULL AND next_follow_at < @before`,
  ).run({ now, customerId, before: closesStepsBefore(nextFollowAt, now) })
  const code = takeCode(write, 'F', now)
  const id = insertRow(write, followUp, {
    ...input,
    code,
    uid: newUid(),
    nextNote: nextFollowAt === null ? null : input.nextNote,
    nextDoneAt: null,
    interaction: 1,
    followerId: session.userId,
    createdAt: now,
    updatedAt: now,
  })
  refreshCustomerDates(write, customerId, now)
  return { id, code }
}

/** @throws AppError core.not-found */
export function updateFollowUp(
  { write, clock }: WriteContext,
  { id, fields }: { id: number; fields: Omit<FollowUpFields, 'customerId'> },
): { id: number } {
  const before = getFollowUpRecord(write, id)
  const now = clock()
  write.orm
    .update(followUp)
    .set({
      ...fields,
      nextNote: fields.nextFollowAt === null ? null : fields.nextNote,
      nextDoneAt: nextDoneAfterEdit(before, fields.nextFollowAt),
      updatedAt: now,
    })
    .where(eq(followUp.id, id))
    .run()
  refreshCustomerDates(write, before.customerId, now)
  return { id }
}

/** @throws AppError core.not-found */
export function deleteFollowUp({ write, clock }: WriteContext, id: number): { id: number } {
  const { customerId } = getFollowUpRecord(write, id)
  write.orm.delete(followUp).where(eq(followUp.id, id)).run()
  refreshCustomerDates(write, customerId, clock())
  return { id }
}

/**
 * Marks the planned next step as done; one that is done already, or was never planned, stays as it is.
 * @throws AppError core.not-found
 */
export function completeNextStep({ write, clock }: WriteContext, id: number): { id: number } {
  const { customerId } = getFollowUpRecord(write, id)
  const now = clock()
  statement(
    write,
    `UPDATE follow_up SET next_done_at = @now, updated_at = @now
     WHERE id = @id AND next_follow_at IS NOT NULL AND next_done_at IS NULL`,
  ).run({ id, now })
  refreshCustomerDates(write, customerId, now)
  return { id }
}

function getFollowUpRecord(write: WriteHandle, id: number): typeof followUp.$inferSelect {
  const row = write.orm.select().from(followUp).where(eq(followUp.id, id)).get()
  if (!row) throw new AppError('core.not-found')
  return row
}

function assertCustomer(write: WriteHandle, id: number): void {
  if (!statement(write, 'SELECT 1 FROM customer WHERE id = ?').get(id))
    throw new AppError('customers.not-found')
}
