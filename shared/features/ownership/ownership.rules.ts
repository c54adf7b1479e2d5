import { type Relation, type Role, roles, scopeOf } from '@shared/core/permissions'
import type { OwnershipSettings } from './ownership.schema'

const dayMs = 86_400_000

/** What decides whose a customer is. Instants in epoch ms. */
export type OwnedRecord = {
  ownerId: number
  ownerRole: Role
  /** When it was put into the pool by hand; its owner is then the one who had it last. */
  pooledAt: number | null
  ownedSince: number | null
  createdAt: number
  lastInteractionAt: number | null
}

/** Who looks, and how old the last contact must be for a salesperson's customer to be claimable; null: never. */
export type Viewer = { userId: number; role: Role; staleBefore: number | null }

/** True for roles whose reach is their own customers: the rules of protection and limit are about them (R082). */
export function isSalesperson(role: Role): boolean {
  return scopeOf(role, 'customers.write') === 'own'
}

/** The roles that `isSalesperson` is true for. */
export const salesRoles = roles.filter(isSalesperson)

/** True for roles that customers may be given to. */
export function mayOwn(role: Role): boolean {
  return scopeOf(role, 'customers.write') !== 'none'
}

/**
 * The instant before which the last contact must lie for the protection to have run out (R082).
 * @param now epoch ms
 * @returns epoch ms, or null when customers are protected for ever
 */
export function staleBefore({ protectionDays }: OwnershipSettings, now: number): number | null {
  return protectionDays === 0 ? null : now - protectionDays * dayMs
}

/**
 * Whose a customer is for the person who looks: one's own, one anybody may claim (put into the pool, or a salesperson's whose
 * protection has run out), or a colleague's (R082, R083). `access.ts` says the same in SQL.
 */
export function relationOf(record: OwnedRecord, viewer: Viewer): Relation {
  if (record.pooledAt !== null) return 'pool'
  if (record.ownerId === viewer.userId) return 'own'
  if (viewer.staleBefore === null || !isSalesperson(record.ownerRole)) return 'other'
  const { ownedSince, createdAt, lastInteractionAt } = record
  const touched = Math.max(ownedSince ?? 0, createdAt, lastInteractionAt ?? 0)
  return touched < viewer.staleBefore ? 'pool' : 'other'
}

/**
 * True when a person may open a record: by the reach of `customers.read`, and what they may claim besides. An archived one
 * cannot be claimed, hence is not shown for it.
 */
export function isReadable(role: Role, relation: Relation, isArchived: boolean): boolean {
  const scope = scopeOf(role, 'customers.read')
  if (scope === 'all') return true
  if (scope === 'none') return false
  return relation === 'own' || (relation === 'pool' && !isArchived && mayClaim(role))
}

/** True for roles that may take customers out of the pool. */
export function mayClaim(role: Role): boolean {
  return scopeOf(role, 'customers.claim') !== 'none'
}

/**
 * Whether taking more customers would exceed what one salesperson may hold; others have no limit (R082).
 * @param held customers of this person that are neither archived nor in the pool
 */
export function exceedsLimit(
  { limit }: OwnershipSettings,
  role: Role,
  held: number,
  more: number,
): boolean {
  return limit > 0 && isSalesperson(role) && held + more > limit
}
