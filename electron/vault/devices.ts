import { AppError } from '@shared/core/errors'
import { holdsFieldKey } from '@shared/core/permissions'
import type { VaultHeader } from './header'
import { type At, getUser, withoutDevices, withSlots } from './header-change'
import type { VaultKeys } from './keys'
import { createDeviceSlot } from './slots'

/**
 * Lets the keystore of one computer open the book for a person, in place of the one before.
 * @param input `secret`: 32 random bytes, stays the caller's
 * @throws AppError `users.not-found` (also for who is disabled), `core.forbidden` when the role holds a key the caller lacks
 */
export function addDevice(
  header: VaultHeader,
  keys: VaultKeys,
  { userUid, secret, now }: { userUid: string; secret: Buffer } & At,
): VaultHeader {
  const user = getUser(header, userUid)
  if (user.status === 'disabled') throw new AppError('users.not-found', 'user is disabled')
  const facts = { userUid, createdAt: now }
  const slot = createDeviceSlot(header.vaultId, facts, secret, keys, holdsFieldKey(user.role))
  return withSlots(header, keys, { now }, [...withoutDevices(header.slots, userUid), slot])
}

/** Takes the device of a person away; fine when there is none. */
export function removeDevice(
  header: VaultHeader,
  keys: VaultKeys,
  { userUid, now }: { userUid: string } & At,
): VaultHeader {
  return withSlots(header, keys, { now }, withoutDevices(header.slots, userUid))
}
