import { useMemo } from 'react'
import {
  fieldLevelOf,
  isAllowed,
  isChanging,
  mayUse,
  type FieldGroup,
  type Permission,
  type Relation,
  type Role,
} from '@shared/core/permissions'
import { useRouteQuery } from './client'

/**
 * What the person at the window may do, read from the one table of rights; nothing while nobody is signed in, and no change of a record
 * while the book is open for reading only.
 */
export function useRights() {
  const { data: state } = useRouteQuery('vault.getState', {})
  const role: Role | null = state?.session?.role ?? null
  const readOnly = state !== undefined && state.readOnly !== null
  return useMemo(() => {
    const isShut = (permission: Permission) => readOnly && isChanging(permission)
    return {
      role,
      readOnly,
      /** On some record at least. */
      allowed: (permission: Permission) => !isShut(permission) && isAllowed(role, permission),
      /** On a record in this relation. */
      may: (permission: Permission, relation: Relation) =>
        role !== null && !isShut(permission) && mayUse(role, permission, relation),
      level: (group: FieldGroup, relation: Relation) =>
        role === null ? 'none' : fieldLevelOf(role, group, relation),
    }
  }, [role, readOnly])
}
