import { type Permission, type Role, scopeOf } from '@shared/core/permissions'

/**
 * The tasks that a permission reaches, as SQL over the table `task t` (R074, R083): one's own are those that one has to do and those
 * that one made. Who it is comes in as `@me`.
 */
export function taskRows(role: Role, permission: Permission): string {
  const scope = scopeOf(role, permission)
  if (scope === 'all') return 'TRUE'
  return scope === 'own' ? '(t.assignee_id = @me OR t.creator_id = @me)' : 'FALSE'
}
