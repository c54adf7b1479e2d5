import { useMemo } from 'react'
import { useRights } from '@renderer/lib/use-rights'
import { customerRights, hasBulkAction } from '../customer-rights'
import { useListStore } from './list-store'

/**
 * What may be done with the rows of the list as a whole, and which columns mean nothing to one's role. Salespeople list
 * either their own customers or the pool, so all rows stand in one relation; for other roles it makes no difference.
 */
export function useListRights() {
  const { role, readOnly, may, level, allowed } = useRights()
  const { pool, bin } = useListStore((state) => state.filter)
  return useMemo(() => {
    const rows = customerRights(role, pool ? 'pool' : 'own', { inBin: bin, readOnly })
    const seesAll = may('customers.read', 'other')
    const seesContacts = level('contact', 'own') !== 'none'
    const hiddenColumns = [
      ...(seesAll ? [] : ['owner']),
      ...(seesContacts ? [] : ['contactPerson', 'phone']),
      ...(rows.readTags ? [] : ['tags']),
    ]
    return {
      rows,
      hiddenColumns,
      seesAll,
      selectable: hasBulkAction(rows),
      create: allowed('customers.create'),
      import: allowed('imports.run'),
    }
  }, [role, readOnly, pool, bin, may, level, allowed])
}
