import { useMemo } from 'react'
import {
  fieldLevelOf,
  isAllowed,
  mayUse,
  type FieldGroup,
  type Permission,
  type Relation,
  type Role,
} from '@shared/core/permissions'
import { useRouteQuery } from './client'

/** What the person at the window may do, read from the one table of rights; nothing while nobody is signed in. */
export function useRights() {
  const { data: state } = useRouteQuery('vault.getState', {})
  const role: Role | null = state?.session?.role ?? null
  return useMemo(
    () => ({
      role,
      /** On some record at least. */
      allowed: (permission: Permission) => isAllowed(role, permission),
      /** On a record in this relation. */
      may: (permission: Permission, relation: Relation) =>
        role !== null && mayUse(role, permission, relation),
      level: (group: FieldGroup, relation: Relation) =>
        role === null ? 'none' : fieldLevelOf(role, group, relation),
    }),
    [role],
  )
}
