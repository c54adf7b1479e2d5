import { randomBytes } from 'node:crypto'
import { canonicalJson } from './canonical-json'
import type { PasswordSlot, RecoverySlot, Slot } from './header'
import { deriveFromSecret, type KdfCost } from './kdf'
import { keyBytes, type VaultKeys, wipe } from './keys'
import { seal, unseal } from './sealed'

type SlotIdentity =
  | Pick<PasswordSlot, 'kind' | 'id' | 'userUid' | 'name' | 'role'>
  | Pick<RecoverySlot, 'kind' | 'id'>

/**
 * Wraps the vault's keys under a secret (Argon2id, then AES-256-GCM). Vault id, slot and user id and costs are
 * authenticated, so that slots cannot be swapped between users or vaults; name and role are under the header's MAC, so
 * that a user can be renamed without the password.
 */
export async function createSlot(
  vaultId: string,
  identity: SlotIdentity,
  secret: string,
  cost: KdfCost,
  keys: VaultKeys,
): Promise<Slot> {
  const kdf = { name: 'argon2id' as const, ...cost, salt: randomBytes(16).toString('base64') }
  const wrappingKey = await deriveFromSecret(secret, kdf)
  const payload = Buffer.concat([keys.dataKey, keys.fieldKey])
  const slot = { ...identity, kdf, wrapped: '' }
  const wrapped = seal(wrappingKey, payload, contextOf(vaultId, slot))
  wipe(wrappingKey, payload)
  return { ...slot, wrapped }
}

/** Opens a slot; null when the secret is not the slot's. The caller wipes the keys. */
export async function openSlot(
  vaultId: string,
  slot: Slot,
  secret: string,
): Promise<VaultKeys | null> {
  const wrappingKey = await deriveFromSecret(secret, slot.kdf)
  const payload = unseal(wrappingKey, slot.wrapped, contextOf(vaultId, slot))
  wipe(wrappingKey)
  if (payload === null || payload.length !== keyBytes * 2) return null
  const keys = {
    dataKey: Buffer.from(payload.subarray(0, keyBytes)),
    fieldKey: Buffer.from(payload.subarray(keyBytes)),
  }
  wipe(payload)
  return keys
}

function contextOf(vaultId: string, slot: Slot): string {
  const userUid = slot.kind === 'password' ? slot.userUid : null
  return canonicalJson({ vaultId, id: slot.id, kind: slot.kind, userUid, kdf: slot.kdf })
}
