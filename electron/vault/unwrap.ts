import { AppError } from '@shared/core/errors'
import { type VaultHeader, verifyHeader } from './header'
import { type VaultKeys, wipe, wipeVaultKeys } from './keys'
import { type OpenedSlot, openSlot, openSlotWithKey, type Unwrapped } from './open-slot'
import { parseRecoveryKey } from './recovery-key'
import type { DeviceSlot, PasswordSlot, RecoverySlot } from './slot-schema'
import { deriveFromDevice } from './slots'

/** A password of one user, or the recovery key when `userUid` is null. */
export type Secret = { userUid: string | null; secret: string }

/**
 * Opens a header with a password or recovery key and proves the header's MAC; answers the current keys only. The caller wipes
 * the keys.
 * @throws AppError `vault.wrong-password`, `vault.wrong-recovery-key`, `vault.recovery-key-typo`, `vault.header-damaged`
 */
export async function unwrapHeader(header: VaultHeader, secret: Secret): Promise<VaultKeys> {
  const { keys, nextKeys } = await unwrapAll(header, secret)
  if (nextKeys) wipeVaultKeys(nextKeys)
  return keys
}

/**
 * The same with the keys after a rotation, when one is under way.
 * @throws AppError as `unwrapHeader`
 */
export async function unwrapAll(header: VaultHeader, secret: Secret): Promise<Unwrapped> {
  const opened =
    secret.userUid === null
      ? await openWithRecoveryKey(header, secret.secret)
      : await openWithPassword(header, secret.userUid, secret.secret)
  return proven(header, opened)
}

/**
 * Opens the device slot of a user.
 * @param secret the 32 bytes that the keystore of this computer kept; stays the caller's
 * @throws AppError `vault.device-key-gone`, `vault.header-damaged`
 */
export function unwrapWithDevice(header: VaultHeader, userUid: string, secret: Buffer): Unwrapped {
  const slot = findDeviceSlot(header, userUid)
  const wrappingKey = deriveFromDevice(secret, header.vaultId)
  const opened = slot && openSlotWithKey(header.vaultId, slot, wrappingKey)
  wipe(wrappingKey)
  if (!opened) throw new AppError('vault.device-key-gone', 'device key does not open the slot')
  return proven(header, opened)
}

/**
 * True when this is the recovery key of the book.
 * @throws AppError `vault.wrong-recovery-key`, `vault.recovery-key-typo`, `vault.header-damaged`
 */
export async function provesRecovery(header: VaultHeader, typed: string): Promise<boolean> {
  const { keys, nextKeys } = await unwrapAll(header, { userUid: null, secret: typed })
  wipeVaultKeys(keys)
  if (nextKeys) wipeVaultKeys(nextKeys)
  return true
}

/** The password slot of a user, or null. The user may be disabled: look at `status` before trusting it with anything. */
export function findPasswordSlot(header: VaultHeader, userUid: string): PasswordSlot | null {
  const found = header.slots.find((slot) => slot.kind === 'password' && slot.userUid === userUid)
  return found?.kind === 'password' ? found : null
}

/** The device slot of a user, or null. */
export function findDeviceSlot(header: VaultHeader, userUid: string): DeviceSlot | null {
  const found = header.slots.find((slot) => slot.kind === 'device' && slot.userUid === userUid)
  return found?.kind === 'device' ? found : null
}

/** The one recovery slot. */
export function getRecoverySlot(header: VaultHeader): RecoverySlot {
  const found = header.slots.find((slot) => slot.kind === 'recovery')
  if (!found) throw new AppError('vault.header-damaged', 'no recovery slot')
  return found
}

/** Everybody with a password, disabled people too, in the order in which they were added. */
export function listUsers(header: VaultHeader): PasswordSlot[] {
  return header.slots.filter((slot) => slot.kind === 'password')
}

/** Those who may sign in. */
export function activeUsers(header: VaultHeader): PasswordSlot[] {
  return listUsers(header).filter(({ status }) => status !== 'disabled')
}

function proven(header: VaultHeader, { keys, nextKeys, privateKey }: OpenedSlot): Unwrapped {
  wipe(privateKey)
  try {
    verifyHeader(header, keys, nextKeys)
    return { keys, nextKeys }
  } catch (error) {
    wipeVaultKeys(keys)
    if (nextKeys) wipeVaultKeys(nextKeys)
    throw error
  }
}

async function openWithPassword(header: VaultHeader, userUid: string, password: string) {
  const slot = findPasswordSlot(header, userUid)
  const opened = slot && (await openSlot(header.vaultId, slot, password.normalize('NFC')))
  if (!opened) throw new AppError('vault.wrong-password', 'password does not open the slot')
  return opened
}

async function openWithRecoveryKey(header: VaultHeader, typed: string) {
  const key = parseRecoveryKey(typed)
  const opened = await openSlot(header.vaultId, getRecoverySlot(header), key)
  if (!opened) throw new AppError('vault.wrong-recovery-key', 'recovery key does not open the slot')
  return opened
}
