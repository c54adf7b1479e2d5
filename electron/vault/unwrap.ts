import { AppError } from '@shared/core/errors'
import { verifyHeader, type PasswordSlot, type VaultHeader } from './header'
import { type VaultKeys, wipeVaultKeys } from './keys'
import { parseRecoveryKey } from './recovery-key'
import { openSlot } from './slots'

/** A password of one user, or the recovery key when `userUid` is null. */
export type Secret = { userUid: string | null; secret: string }

/**
 * Opens a header with a password or recovery key and proves the header's MAC. The caller wipes the keys.
 * @throws AppError `vault.wrong-password`, `vault.wrong-recovery-key`, `vault.recovery-key-typo`, `vault.header-damaged`
 */
export async function unwrapHeader(header: VaultHeader, secret: Secret): Promise<VaultKeys> {
  const keys =
    secret.userUid === null
      ? await openWithRecoveryKey(header, secret.secret)
      : await openWithPassword(header, secret.userUid, secret.secret)
  try {
    verifyHeader(header, keys)
  } catch (error) {
    wipeVaultKeys(keys)
    throw error
  }
  return keys
}

/** The password slot of a user, or null. */
export function findPasswordSlot(header: VaultHeader, userUid: string): PasswordSlot | null {
  const found = header.slots.find((slot) => slot.kind === 'password' && slot.userUid === userUid)
  return found?.kind === 'password' ? found : null
}

async function openWithPassword(header: VaultHeader, userUid: string, password: string) {
  const slot = findPasswordSlot(header, userUid)
  const keys = slot && (await openSlot(header.vaultId, slot, password.normalize('NFC')))
  if (!keys) throw new AppError('vault.wrong-password', 'password does not open the slot')
  return keys
}

async function openWithRecoveryKey(header: VaultHeader, typed: string) {
  const key = parseRecoveryKey(typed)
  for (const slot of header.slots) {
    if (slot.kind !== 'recovery') continue
    const keys = await openSlot(header.vaultId, slot, key)
    if (keys) return keys
  }
  throw new AppError('vault.wrong-recovery-key', 'recovery key does not open the slot')
}
