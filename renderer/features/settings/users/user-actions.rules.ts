import type { UserAccount } from '@shared/features/users/users.schema'

export type UserAction = 'rename' | 'reset' | 'disable' | 'enable' | 'remove'

/**
 * What can be done with somebody: with oneself only the name is changed here; somebody who is disabled is enabled before
 * anything is done about the password.
 */
export function actionsFor({ status }: Pick<UserAccount, 'status'>, isSelf: boolean): UserAction[] {
  if (isSelf) return ['rename']
  return status === 'disabled'
    ? ['rename', 'enable', 'remove']
    : ['rename', 'reset', 'disable', 'remove']
}
