import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import { openBox } from './box'
import { deriveFromSecret } from './kdf'
import { keyBytes, type VaultKeys, wipe, wipeVaultKeys } from './keys'
import { copySecret } from './secret-memory'
import { unseal } from './sealed'
import { anchorOf, contextOf } from './slot-binding'
import type { PasswordSlot, RecoverySlot, Slot } from './slot-schema'

/** The current keys, and those after a rotation while one is under way. The caller wipes both. */
export type Unwrapped = { keys: VaultKeys; nextKeys: VaultKeys | null }

/** What a slot's secret opens. The caller wipes all of it. */
export type OpenedSlot = Unwrapped & { privateKey: Buffer }

/**
 * Opens a slot; null when the secret is not the slot's, or the slot's user is disabled.
 * @throws AppError `vault.header-damaged` when the secret is right and the keys are not
 */
export async function openSlot(
  vaultId: string,
  slot: PasswordSlot | RecoverySlot,
  secret: string,
): Promise<OpenedSlot | null> {
  const wrappingKey = await deriveFromSecret(secret, slot.kdf)
  const opened = openSlotWithKey(vaultId, slot, wrappingKey)
  wipe(wrappingKey)
  return opened
}

/** The same with the key that was derived from the secret, which stays the caller's. */
export function openSlotWithKey(
  vaultId: string,
  slot: Slot,
  wrappingKey: Buffer,
): OpenedSlot | null {
  const plain = unseal(wrappingKey, slot.sealedPrivate, contextOf(vaultId, slot, 'private'))
  if (plain?.length !== keyBytes * 2 || slot.wrapped === null) {
    if (plain) wipe(plain)
    return null
  }
  const privateKey = copySecret(plain.subarray(0, keyBytes))
  const anchor = copySecret(plain.subarray(keyBytes))
  wipe(plain)
  const open = (wrapped: string) => openKeys(vaultId, slot, wrapped, privateKey, anchor)
  const keys = open(slot.wrapped)
  const nextKeys = keys && slot.nextWrapped !== null ? open(slot.nextWrapped) : null
  wipe(anchor)
  if (keys && (nextKeys || slot.nextWrapped === null)) return { keys, nextKeys, privateKey }
  wipe(privateKey)
  if (keys) wipeVaultKeys(keys)
  throw new AppError('vault.header-damaged', 'the keys of a slot do not open')
}

function openKeys(
  vaultId: string,
  slot: Slot,
  wrapped: string,
  privateKey: Buffer,
  anchor: Buffer,
): VaultKeys | null {
  const payload = openBox(privateKey, wrapped, contextOf(vaultId, slot, 'keys'))
  if (payload?.length !== keyBytes * 2 && payload?.length !== keyBytes * 3) return null
  const part = (index: number) =>
    copySecret(payload.subarray(index * keyBytes, (index + 1) * keyBytes))
  const keys = {
    dataKey: part(0),
    auditKey: part(1),
    fieldKey: payload.length === keyBytes * 3 ? part(2) : null,
  }
  wipe(payload)
  const found = anchorOf(vaultId, keys.auditKey)
  if (timingSafeEqual(found, anchor)) return keys
  wipeVaultKeys(keys)
  return null
}
