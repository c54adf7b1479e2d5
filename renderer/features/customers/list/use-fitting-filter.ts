import { useEffect } from 'react'
import { isSortable } from '@shared/features/custom-fields/custom-fields.rules'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { CustomerFilter, CustomerSort } from '@shared/features/customers/customers.contract'
import { fieldLevelOf, isAllowed, type Role } from '@shared/core/permissions'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'
import { changeFilter, changeSort, useListStore } from './list-store'
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

/** Whether a list may go by this: a custom field is sorted by while it is at work, has an order and is seen. */
export function isFittingSort(
  { fieldId }: CustomerSort,
  fields: readonly Pick<CustomField, 'id' | 'type' | 'archivedAt'>[],
  role: Role,
): boolean {
  if (fieldId === undefined) return true
  const field = fields.find(({ id, archivedAt }) => id === fieldId && archivedAt === null)
  return field !== undefined && isSortable(field) && seesNotes(role)
}

/** When the owner looks at the program as another role, conditions and an order that the role does not have are dropped. */
export function useFittingFilter(): void {
  const { role } = useRights()
  const sort = useListStore((state) => state.sort)
  const { data } = useRouteQuery('custom-fields.list', {}, { enabled: sort.fieldId !== undefined })
  useEffect(() => {
    if (role === null) return
    const unfit = unfitConditions(useListStore.getState().filter, role)
    if (unfit) changeFilter(unfit)
  }, [role])
  useEffect(() => {
    if (role !== null && data && !isFittingSort(sort, data.fields, role))
      changeSort({ by: sort.by, direction: sort.direction })
  }, [role, data, sort])
}
