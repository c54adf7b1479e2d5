import type { CustomerFilter } from '@shared/features/customers/customers.contract'
import { type Role, scopeOf } from '@shared/core/permissions'

/** 全部, 我的, 公海. */
export type ListView = 'all' | 'own' | 'pool'

/**
 * The views that a role has (R082, R083): all customers for those who read them all, one's own for those who may own some,
 * the pool for those who may claim. Salespeople have no 全部: what they read is their own.
 */
export function listViews(role: Role | null): ListView[] {
  if (role === null) return []
  const seesAll = scopeOf(role, 'customers.read') === 'all'
  const owns = scopeOf(role, 'customers.write') !== 'none'
  return [
    ...(seesAll ? ['all' as const] : []),
    ...(owns ? ['own' as const] : []),
    ...(scopeOf(role, 'customers.claim') !== 'none' ? ['pool' as const] : []),
  ]
}

/**
 * The view that a filter stands in.
 * @param me row id of the person who looks, when it is known; only those who see all customers need one
 */
export function viewOf(
  { pool, ownerIds }: Pick<CustomerFilter, 'pool' | 'ownerIds'>,
  views: readonly ListView[],
  me: number | null,
): ListView {
  if (pool) return 'pool'
  const onlyMine = me !== null && ownerIds.length === 1 && ownerIds[0] === me
  return onlyMine || !views.includes('all') ? 'own' : 'all'
}

/** The conditions that lead to a view. Archive and recycle bin have no pool. */
export function filterOf(
  view: ListView,
  views: readonly ListView[],
  me: number | null,
): Partial<CustomerFilter> {
  if (view === 'pool') return { pool: true, ownerIds: [], archived: false, bin: false }
  const mine = view === 'own' && views.includes('all') && me !== null
  return { pool: false, ownerIds: mine ? [me] : [] }
}
