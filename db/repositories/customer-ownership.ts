import { AppError } from '@shared/core/errors'
import type { Role } from '@shared/core/permissions'
import { exceedsLimit, mayOwn } from '@shared/features/ownership/ownership.rules'
import { noteSubject } from '../audit'
import { poolRows, viewerOf } from '../access'
import type { WriteContext } from '../context'
import { assertMayUse, countOutside } from '../customer-guard'
import { changeCustomers } from '../customer-rows'
import type { ReadHandle, WriteHandle } from '../handles'
import { getOwnershipSettings } from '../ownership-settings'
import { statement } from '../statements'

type Changed = { changed: number }
export type PossibleOwner = { id: number; uid: string; name: string; role: Role; customers: number }

/** Customers that a person owns: not archived, not in the pool. */
const heldBy = (owner: string) =>
  `(SELECT count(*) FROM customer WHERE owner_id = ${owner} AND pooled_at IS NULL AND archived_at IS NULL)`

/** People of today who may own customers, with how many they have, by name. */
export function listOwners(read: ReadHandle): PossibleOwner[] {
  return statement<PossibleOwner>(
    read,
    `SELECT u.id, u.uid, u.name, u.role, ${heldBy('u.id')} AS customers FROM user u
     WHERE u.status IN ('active', 'pending') ORDER BY u.name, u.id`,
  )
    .all()
    .filter(({ role }) => mayOwn(role))
}

/**
 * Gives customers to another person; those that are theirs already count as unchanged (R082).
 * @throws AppError customers.no-such-owner; customers.not-found and core.forbidden as `assertMayUse`
 */
export function transferCustomers(
  context: WriteContext,
  { ids, ownerId }: { ids: number[]; ownerId: number },
): Changed {
  assertMayUse(context, 'customers.transfer', ids)
  assertPossibleOwner(context.write, ownerId)
  noteSubject(context.write, `user:${ownerId}`)
  return give(context, ids, ownerId)
}

/**
 * Puts customers into the pool, where anybody may claim them; who had them last stays on record (R082).
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function releaseCustomers(context: WriteContext, { ids }: { ids: number[] }): Changed {
  assertMayUse(context, 'customers.release', ids)
  return release(context, ids)
}

/**
 * Takes customers out of the pool for oneself, all of them or none (R082).
 * @throws AppError customers.not-in-pool for one that may not be claimed, whether it is there or not, so that nothing is told
 * of other people's; customers.limit-reached with the limit
 */
export function claimCustomers(context: WriteContext, { ids }: { ids: number[] }): Changed {
  const { write, session } = context
  const viewer = viewerOf(write, context)
  const claimable = `archived_at IS NULL AND ${poolRows(viewer)}`
  if (countOutside(write, viewer, claimable, ids) > 0) throw new AppError('customers.not-in-pool')
  assertWithinLimit(context, new Set(ids).size)
  return give(context, ids, session.userId)
}

/**
 * @param more customers that come to those one has
 * @throws AppError customers.limit-reached with the limit
 */
export function assertWithinLimit(
  { write, session }: Pick<WriteContext, 'write' | 'session'>,
  more: number,
): void {
  const settings = getOwnershipSettings(write)
  const held = statement<{ held: number }>(write, `SELECT ${heldBy('@owner')} AS held`).get({
    owner: session.userId,
  })
  if (exceedsLimit(settings, session.role, held?.held ?? 0, more))
    throw new AppError('customers.limit-reached', 'too many customers', { limit: settings.limit })
}

/**
 * Gives all customers of a person, archived ones too, to another one or to the pool, when the person leaves. Who may do it is
 * asked before.
 * @returns how many customers changed hands
 * @throws AppError customers.no-such-owner
 */
export function handOverCustomers(
  context: WriteContext,
  { fromId, toId }: { fromId: number; toId: number | null },
): number {
  if (toId !== null) assertPossibleOwner(context.write, toId, fromId)
  const ids = statement<{ id: number }>(
    context.write,
    'SELECT id FROM customer WHERE owner_id = ? AND pooled_at IS NULL',
  )
    .all(fromId)
    .map(({ id }) => id)
  noteSubject(context.write, `user:${fromId}`)
  return (toId === null ? release(context, ids) : give(context, ids, toId)).changed
}

function assertPossibleOwner(write: WriteHandle, id: number, not: number | null = null): void {
  if (id === not || !listOwners(write).some((owner) => owner.id === id))
    throw new AppError('customers.no-such-owner')
}

function give(context: WriteContext, ids: number[], ownerId: number): Changed {
  return changeCustomers(context, ids, {
    set: 'owner_id = @ownerId, owned_since = @now, pooled_at = NULL',
    where: 'owner_id <> @ownerId OR pooled_at IS NOT NULL',
    values: { ownerId },
  })
}

function release(context: WriteContext, ids: number[]): Changed {
  return changeCustomers(context, ids, { set: 'pooled_at = @now', where: 'pooled_at IS NULL' })
}
