import type { WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { changeCustomers } from '../customer-rows'

type Changed = { changed: number }

/**
 * Puts customers into the recycle bin with everything attached (X5). They are archived by that too, so that no list, search or
 * count shows them; those that are in the bin already stay as they are.
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function deleteCustomers(context: WriteContext, { ids }: { ids: number[] }): Changed {
  assertMayUse(context, 'customers.write', ids, { inBin: true })
  return changeCustomers(context, ids, {
    // One that was archived before must not look as if it had been archived by this, even within one millisecond.
    set: `deleted_at = max(@now, coalesce(archived_at + 1, @now)), archived_at = coalesce(archived_at, @now)`,
    where: 'deleted_at IS NULL',
  })
}

/**
 * Takes customers out of the bin, to where they were: into the lists, or into the archive. One that was merged into another
 * comes back by the undo of that only.
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function restoreFromBin(context: WriteContext, { ids }: { ids: number[] }): Changed {
  assertMayUse(context, 'customers.write', ids, { inBin: true })
  return changeCustomers(context, ids, {
    set: 'deleted_at = NULL, archived_at = nullif(archived_at, deleted_at)',
    where: 'deleted_at IS NOT NULL AND merged_into_id IS NULL',
  })
}
