import { type Permission, type Scope, scopeOf } from '@shared/core/permissions'
import {
  mayClaim,
  salesRoles,
  staleBefore,
  type Viewer,
} from '@shared/features/ownership/ownership.rules'
import type { Clock } from '@shared/core/clock'
import type { Caller } from './context'
import type { ReadHandle } from './handles'
import { getOwnershipSettings } from './ownership-settings'

/**
 * The rows that a person may see and change, as SQL over the table `customer` (R083). Texts depend on the kind of caller only;
 * who it is comes in by `viewerValues`, so that prepared statements are reused.
 */

/** Who looks, with the rules of this moment. */
export function viewerOf(read: ReadHandle, { session, clock }: { session: Caller; clock: Clock }) {
  const { userId, role } = session
  return { userId, role, staleBefore: staleBefore(getOwnershipSettings(read), clock()) }
}

/** Named values that the conditions below use. */
export function viewerValues(viewer: Viewer): { me: number; staleBefore: number | null } {
  return { me: viewer.userId, staleBefore: viewer.staleBefore }
}

const nothing = 'FALSE'
const everything = 'TRUE'
const own = '(owner_id = @me AND pooled_at IS NULL)'

const salesRoleList = salesRoles.map((role) => `'${role}'`).join(', ')
// Each branch of the OR begins with an indexed column.
const stale = `(owner_id IN (SELECT id FROM user WHERE role IN (${salesRoleList})) AND owner_id <> @me
  AND max(coalesce(owned_since, 0), created_at, coalesce(last_interaction_at, 0)) < @staleBefore)`

/** Rows that are one's own. */
export function ownRows(): string {
  return own
}

/** Rows that anybody may claim, the protection of salespeople considered. */
export function poolRows(viewer: Viewer): string {
  return viewer.staleBefore === null
    ? 'pooled_at IS NOT NULL'
    : `(pooled_at IS NOT NULL OR ${stale})`
}

/** Rows that a list holds: all in reach of `customers.read`; with `pool` those of them, or besides them, that may be claimed. */
export function readableRows(viewer: Viewer, { pool }: { pool: boolean }): string {
  const scope = scopeOf(viewer.role, 'customers.read')
  if (scope === 'none') return nothing
  if (!pool) return rowsInScope(scope)
  return scope === 'all' || mayClaim(viewer.role) ? claimableRows(viewer, scope) : nothing
}

function claimableRows(viewer: Viewer, scope: Scope): string {
  const pool = poolRows(viewer)
  return scope === 'all' ? pool : `(archived_at IS NULL AND ${pool})`
}

/** Rows that may be opened one by one: what a list holds with or without the pool. */
export function openableRows(viewer: Viewer): string {
  const listed = readableRows(viewer, { pool: false })
  if (listed === everything) return everything
  return `(${listed} OR ${readableRows(viewer, { pool: true })})`
}

/** Rows that a permission reaches. */
export function writableRows(viewer: Viewer, permission: Permission): string {
  return rowsInScope(scopeOf(viewer.role, permission))
}

function rowsInScope(scope: Scope): string {
  if (scope === 'all') return everything
  return scope === 'own' ? own : nothing
}
