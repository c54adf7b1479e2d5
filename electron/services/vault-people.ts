import { AppError } from '@shared/core/errors'
import type { VaultUser } from '@shared/features/vault/vault.schema'
import type { KnownUser } from '../data/operations'
import type { VaultHeader } from '../vault/header'
import { activeUsers, listUsers } from '../vault/unwrap'

/** Everyone who may sign in, as shown before anyone does. */
export function usersOf(header: VaultHeader): VaultUser[] {
  return activeUsers(header).map(({ userUid, name, role }) => ({ uid: userUid, name, role }))
}

/** Everyone who has an account, disabled ones included, as the book keeps them. */
export function knownUsersOf(header: VaultHeader): KnownUser[] {
  return listUsers(header).map(({ userUid, name, role, status }) => ({
    uid: userUid,
    name,
    role,
    status,
  }))
}

/**
 * The person who signs in; with the recovery key (null) the first owner who may.
 * @throws AppError `vault.header-damaged` when the header has no such person
 */
export function sessionUser(header: VaultHeader, userUid: string | null): VaultUser {
  const users = usersOf(header)
  const found =
    userUid === null
      ? users.find(({ role }) => role === 'owner')
      : users.find(({ uid }) => uid === userUid)
  if (!found) throw new AppError('vault.header-damaged', 'header has no such user')
  return found
}
