import { AppError } from '@shared/core/errors'
import { isReading, mayUse, type Permission, type Relation } from '@shared/core/permissions'
import {
  isReadable,
  type OwnedRecord,
  relationOf,
} from '@shared/features/ownership/ownership.rules'
import type { Clock } from '@shared/core/clock'
import { viewerOf } from './access'
import type { Caller } from './context'
import type { ReadHandle } from './handles'
import { statement } from './statements'

type Asking = { session: Caller; clock: Clock }

/** Whose a customer is for the person who asks; null for one that they may not read, as for one that is not there (R083). */
export function findCustomerRelation(
  handle: ReadHandle,
  asking: Asking,
  id: number,
): Relation | null {
  const viewer = viewerOf(handle, asking)
  const record = statement<OwnedRecord & { archivedAt: number | null }>(
    handle,
    `SELECT owner_id AS ownerId, (SELECT user.role FROM user WHERE user.id = owner_id) AS ownerRole,
       pooled_at AS pooledAt, owned_since AS ownedSince, created_at AS createdAt,
       last_interaction_at AS lastInteractionAt, archived_at AS archivedAt
     FROM customer WHERE id = ?`,
  ).get(id)
  if (!record) return null
  const relation = relationOf(record, viewer)
  return isReadable(viewer.role, relation, record.archivedAt !== null) ? relation : null
}

/**
 * The same where a permission must reach the customer. What lies in the recycle bin can be looked at only (X5).
 * @throws AppError customers.not-found for what the person may not read; core.forbidden for what they may read only;
 * customers.in-bin
 */
export function getCustomerRelation(
  handle: ReadHandle,
  asking: Asking,
  permission: Permission,
  id: number,
): Relation {
  const relation = findCustomerRelation(handle, asking, id)
  if (relation === null) throw new AppError('customers.not-found')
  // What may be claimed may be opened too, beyond the reach of `customers.read` itself.
  if (permission !== 'customers.read' && !mayUse(asking.session.role, permission, relation))
    throw new AppError('core.forbidden', `role may not use ${permission} here`)
  if (!isReading(permission)) assertOutOfBin(handle, id)
  return relation
}

/**
 * For commands that found their customer by `findCustomerRelation`.
 * @throws AppError customers.in-bin
 */
export function assertOutOfBin(handle: ReadHandle, id: number): void {
  const inBin = 'SELECT 1 FROM customer WHERE id = ? AND deleted_at IS NOT NULL'
  if (statement(handle, inBin).get(id)) throw new AppError('customers.in-bin')
}
