import { useEffect } from 'react'
import type { CustomerFilter } from '@shared/features/customers/customers.contract'
import { fieldLevelOf, isAllowed, type Role } from '@shared/core/permissions'
import { useRights } from '@renderer/lib/use-rights'
import { changeFilter, useListStore } from './list-store'
import { listViews } from './views'

/** The conditions of a filter that a role may not ask by, emptied; null when it may ask by all of them. */
export function unfitConditions(
  filter: CustomerFilter,
  role: Role,
): Partial<CustomerFilter> | null {
  const unfit: Partial<CustomerFilter> = {
    ...(filter.pool && !listViews(role).includes('pool') ? { pool: false } : {}),
    ...(filter.ownerIds.length > 0 && !isAllowed(role, 'customers.transfer')
      ? { ownerIds: [] }
      : {}),
    ...(filter.tagIds.length > 0 && !isAllowed(role, 'tags.read') ? { tagIds: [] } : {}),
    ...(filter.custom.length > 0 && !seesNotes(role) ? { custom: [] } : {}),
  }
  return Object.keys(unfit).length > 0 ? unfit : null
}

/** Custom fields are seen, and asked by, where notes are. */
function seesNotes(role: Role): boolean {
  return (['own', 'other'] as const).some(
    (relation) => fieldLevelOf(role, 'notes', relation) === 'full',
  )
}

/** When the owner looks at the program as another role, conditions that the role does not have are dropped. */
export function useFittingFilter(): void {
  const { role } = useRights()
  useEffect(() => {
    if (role === null) return
    const unfit = unfitConditions(useListStore.getState().filter, role)
    if (unfit) changeFilter(unfit)
  }, [role])
}
