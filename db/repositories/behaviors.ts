import { AppError } from '@shared/core/errors'
import { fieldLevelOf, mayUse } from '@shared/core/permissions'
import type { BehaviorEntry, BehaviorFields } from '@shared/features/behaviors/behaviors.schema'
import type { ReadContext, WriteContext } from '../context'
import { refreshCustomerDates } from '../customer-dates'
import { assertOutOfBin, findCustomerRelation, getCustomerRelation } from '../customer-relation'
import { insertRow } from '../insert-row'
import { behavior } from '../schema/behavior'
import { statement } from '../statements'

type PageOf = {
  customerId: number
  before: { at: number; id: number } | null
  limit: number
}

const entryColumns = `b.id, b.uid, b.customer_id AS customerId, b.kind, b.at, b.subject, b.channel, b.note,
  (SELECT name FROM user WHERE user.id = b.user_id) AS userName`

/**
 * One page of what a customer did, newest first, by keyset (R037). Words that the person may not see are left out (R084).
 * @throws AppError customers.not-found; core.forbidden for a customer whose follow-ups the person may not read
 */
export function listBehaviors(
  context: ReadContext,
  { customerId, before, limit }: PageOf,
): { entries: BehaviorEntry[]; hasMore: boolean } {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'follow-ups.read', customerId)
  const entries = statement<BehaviorEntry>(
    read,
    `SELECT ${entryColumns} FROM behavior b
     WHERE b.customer_id = ? ${before ? 'AND (b.at, b.id) < (?, ?)' : ''}
     ORDER BY b.at DESC, b.id DESC LIMIT ?`,
  ).all(customerId, ...(before ? [before.at, before.id] : []), limit + 1)
  const shown = entries.slice(0, limit)
  const seesNotes = fieldLevelOf(session.role, 'notes', relation) === 'full'
  return {
    entries: seesNotes ? shown : shown.map((entry) => ({ ...entry, subject: null, note: null })),
    hasMore: entries.length > limit,
  }
}

/** @throws AppError customers.not-found; core.forbidden; customers.in-bin */
export function createBehavior(context: WriteContext, input: BehaviorFields): { id: number } {
  const { write, session, clock, newUid } = context
  getCustomerRelation(write, context, 'follow-ups.write', input.customerId)
  const now = clock()
  const id = insertRow(write, behavior, {
    ...input,
    uid: newUid(),
    userId: session.userId,
    createdAt: now,
  })
  refreshCustomerDates(write, input.customerId, now)
  return { id }
}

/** @throws AppError core.not-found, also for one whose customer the person may not follow up; customers.in-bin */
export function deleteBehavior(context: WriteContext, id: number): { id: number } {
  const { write, session, clock } = context
  const row = statement<{ customerId: number }>(
    write,
    'SELECT customer_id AS customerId FROM behavior WHERE id = ?',
  ).get(id)
  const relation = row ? findCustomerRelation(write, context, row.customerId) : null
  if (!row || relation === null || !mayUse(session.role, 'follow-ups.write', relation))
    throw new AppError('core.not-found')
  assertOutOfBin(write, row.customerId)
  statement(write, 'DELETE FROM behavior WHERE id = ?').run(id)
  refreshCustomerDates(write, row.customerId, clock())
  return { id }
}
