import { AppError } from '@shared/core/errors'
import type { VaultHeader } from './header'
import { type At, getUser, replaceUser, withoutDevices, withSlots } from './header-change'
import type { KdfCost } from './kdf'
import { type VaultKeys, wipe, wipeVaultKeys } from './keys'
import { openSlot } from './open-slot'
import type { PasswordSlot } from './slot-schema'
import { createPasswordSlot, resealSlot } from './slots'

/**
 * A new first password from the owner: new keys for the slot, the devices of the person forget theirs, and the person has to
 * change it. Who is disabled stays so.
 * @throws AppError `users.not-found`, `core.forbidden` for a role that holds a key the caller lacks
 */
export async function resetPassword(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, password, cost, now }: { uid: string; password: string; cost: KdfCost } & At,
): Promise<VaultHeader> {
  const isDisabled = getUser(header, uid).status === 'disabled'
  const standing = isDisabled
    ? { status: 'disabled' as const, statusBefore: 'pending' as const }
    : { status: 'pending' as const, statusBefore: null }
  return replacePassword(header, keys, { uid, password, cost, now, ...standing })
}

/**
 * A new password of one's own after the recovery key opened the book (R094). Devices forget their keys.
 * @throws AppError `users.not-found`
 */
export async function setPasswordByRecovery(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, newPassword, cost, now }: { uid: string; newPassword: string; cost: KdfCost } & At,
): Promise<VaultHeader> {
  const standing = { status: 'active' as const, statusBefore: null }
  return replacePassword(header, keys, { uid, password: newPassword, cost, now, ...standing })
}

type OwnChange = { uid: string; password: string; newPassword: string; cost: KdfCost }

/**
 * One's own password. The slot keeps its pair of keys, so what others wrapped for it and remembered devices go on working.
 * @throws AppError `users.not-found`, `vault.wrong-password` (also for who is disabled), `vault.same-password`
 */
export async function changeOwnPassword(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, password, newPassword, cost, now }: OwnChange & At,
): Promise<VaultHeader> {
  const user = getUser(header, uid)
  const [before, after] = [password.normalize('NFC'), newPassword.normalize('NFC')]
  const opened = await openSlot(header.vaultId, user, before)
  if (!opened) throw new AppError('vault.wrong-password', 'password does not open the slot')
  const { privateKey, keys: own, nextKeys } = opened
  try {
    if (before === after) throw new AppError('vault.same-password', 'password stays the same')
    const pair = { privateKey, publicKey: Buffer.from(user.publicKey, 'base64') }
    const changed: PasswordSlot = { ...user, status: 'active', passwordChangedAt: now }
    // The slot's own keys: the caller's may be those of an earlier role.
    const slot = await resealSlot(header.vaultId, changed, pair, after, cost, own)
    return withSlots(header, keys, { now }, replaceUser(header, slot))
  } finally {
    wipe(privateKey)
    wipeVaultKeys(own)
    if (nextKeys) wipeVaultKeys(nextKeys)
  }
}

type Replacement = Pick<PasswordSlot, 'status' | 'statusBefore'> & {
  uid: string
  password: string
  cost: KdfCost
}

async function replacePassword(
  header: VaultHeader,
  keys: VaultKeys,
  { uid, password, cost, now, status, statusBefore }: Replacement & At,
): Promise<VaultHeader> {
  const { userUid, name, role } = getUser(header, uid)
  const slot = await createPasswordSlot(
    header.vaultId,
    { userUid, name, role, status, statusBefore, passwordChangedAt: now },
    password.normalize('NFC'),
    cost,
    keys,
  )
  return withSlots(header, keys, { now }, withoutDevices(replaceUser(header, slot), uid))
}
