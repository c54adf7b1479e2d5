import { AppError } from '@shared/core/errors'
import type { PointInput } from '@shared/features/contacts/contacts.schema'
import { noteSubject } from '../audit'
import {
  assertMayWriteContacts,
  assertSeesContacts,
  listOwnPoints,
  listPointRows,
  writePoints,
} from '../contact-rows'
import type { WriteContext } from '../context'
import { refreshPeople } from '../customer-people'
import { getCustomerRelation } from '../customer-relation'

/**
 * Replaces the further numbers of the customer itself (R015, R050).
 * @param pointsUpdatedAt newest change of those that the editor started from
 * @throws AppError customers.not-found; core.forbidden; contacts.changed-meanwhile
 */
export function setCustomerPoints(
  context: WriteContext,
  input: { customerId: number; pointsUpdatedAt: number | null; points: PointInput[] },
): Record<string, never> {
  const { write, clock } = context
  const { customerId, pointsUpdatedAt, points } = input
  assertMayWriteContacts(context, customerId)
  const owner = { customerId, contactId: null }
  const moments = listOwnPoints(write, owner).map(({ updatedAt }) => updatedAt)
  const newest = moments.length === 0 ? null : Math.max(...moments)
  if (newest !== pointsUpdatedAt) throw new AppError('contacts.changed-meanwhile')
  // Always later than the edit before, even within one millisecond: editors compare this value.
  writePoints(context, owner, points, Math.max(clock(), (newest ?? 0) + 1))
  refreshPeople(write, customerId)
  return {}
}

/**
 * Whole numbers of one customer and its people; the audit entry names the customer and the rows (R087, R089).
 * @throws AppError customers.not-found; core.forbidden unless contact details are seen whole; contacts.not-found
 */
export function revealPoints(
  context: WriteContext,
  { customerId, pointIds }: { customerId: number; pointIds: number[] },
): { points: { id: number; raw: string }[] } {
  const { write } = context
  assertSeesContacts(context, getCustomerRelation(write, context, 'customers.read', customerId))
  const wanted = new Set(pointIds)
  const found = listPointRows(write, customerId).filter(({ id }) => wanted.has(id))
  if (found.length < wanted.size) throw new AppError('contacts.not-found')
  const types = [...new Set(found.map(({ type }) => type))].sort()
  noteSubject(write, `customer:${customerId} ${types.join(',')}`)
  return { points: found.map(({ id, raw }) => ({ id, raw })) }
}
