import { accessByRole, type Permission, type Role, scopeOf } from '@shared/core/permissions'

/**
 * The tasks that a person may see and change, as SQL over the table `task` named `t`, with `@me` for who it is (R083, R074). Own
 * tasks are those that were given to the person, those that they wrote, and those of their own customers.
 */

const ofOwnCustomer =
  't.customer_id IN (SELECT id FROM customer WHERE owner_id = @me AND pooled_at IS NULL)'

/** Tasks that a permission reaches. */
export function tasksInReach(role: Role, permission: Permission): string {
  const scope = scopeOf(role, permission)
  if (scope === 'all') return 'TRUE'
  if (scope === 'none') return 'FALSE'
  return `(t.assignee_id = @me OR t.creator_id = @me OR ${ofOwnCustomer})`
}

/** Tasks whose texts the person reads: `seesTexts` of the rules in SQL. */
export function tasksRead(role: Role): string {
  const { own, others } = accessByRole[role].fields.notes
  if (own === 'full' && others === 'full') return 'TRUE'
  const given = 't.customer_id IS NULL OR t.assignee_id = @me'
  return own === 'full' ? `(${given} OR ${ofOwnCustomer})` : `(${given})`
}
