import { scopeOf } from '@shared/core/permissions'
import type { UserAccount } from '@shared/features/users/users.schema'

/** Who can take over the customers of somebody who leaves: people that can sign in and may work on customers of their own. */
export function listReceivers(users: readonly UserAccount[], leavingUid: string): UserAccount[] {
  return users.filter(
    ({ uid, role, status }) =>
      uid !== leavingUid && status !== 'disabled' && scopeOf(role, 'customers.write') !== 'none',
  )
}
