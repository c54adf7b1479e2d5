import { useMemo } from 'react'
import type { Relation } from '@shared/core/permissions'
import { useRights } from '@renderer/lib/use-rights'
import { customerRights, type CustomerRights } from './customer-rights'

/** What the person at the window may do with a customer in this relation. */
export function useCustomerRights(relation: Relation, inBin = false): CustomerRights {
  const { role, readOnly } = useRights()
  return useMemo(
    () => customerRights(role, relation, { inBin, readOnly }),
    [role, relation, inBin, readOnly],
  )
}
