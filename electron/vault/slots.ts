import { randomBytes, randomUUID } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import { holdsFieldKey } from '@shared/core/permissions'
import { type BoxKeys, createBoxKeys, sealToBox } from './box'
import { hkdf } from './hkdf'
import { deriveFromSecret, type KdfCost } from './kdf'
import { keyBytes, type VaultKeys, wipe } from './keys'
import { seal } from './sealed'
import { anchorOf, contextOf } from './slot-binding'
import type { DeviceSlot, PasswordSlot, RecoverySlot, Slot } from './slot-schema'

type Sealed = 'id' | 'publicKey' | 'sealedPrivate' | 'wrapped' | 'nextWrapped'

/** A slot for one person, opened by a password. Wraps nothing while the person is disabled. */
export async function createPasswordSlot(
  vaultId: string,
  facts: Omit<PasswordSlot, Sealed | 'kind' | 'kdf'>,
  password: string,
  cost: KdfCost,
  keys: VaultKeys,
): Promise<PasswordSlot> {
  const bare = { ...facts, ...emptySlot(), kind: 'password' as const, kdf: createKdf(cost) }
  const slot = await sealSlot(vaultId, bare, createBoxKeys(), password, keys)
  return rewrapSlot(vaultId, slot, keys, holdsFieldKey(slot.role))
}

/** The same pair of keys under a new password. */
export async function resealSlot(
  vaultId: string,
  slot: PasswordSlot,
  pair: BoxKeys,
  password: string,
  cost: KdfCost,
  keys: VaultKeys,
): Promise<PasswordSlot> {
  const bare = { ...slot, kdf: createKdf(cost) }
  const sealed = await sealSlot(vaultId, bare, pair, password, keys)
  return rewrapSlot(vaultId, sealed, keys, holdsFieldKey(slot.role))
}

/** The slot of the recovery key, which opens everything (R094). */
export async function createRecoverySlot(
  vaultId: string,
  now: number,
  recoveryKey: string,
  cost: KdfCost,
  keys: VaultKeys,
): Promise<RecoverySlot> {
  const kdf = createKdf(cost)
  const bare = { ...emptySlot(), kind: 'recovery' as const, createdAt: now, provenAt: now, kdf }
  const slot = await sealSlot(vaultId, bare, createBoxKeys(), recoveryKey, keys)
  return rewrapSlot(vaultId, slot, keys, true)
}

/**
 * A slot that the keystore of this computer opens.
 * @param secret 32 random bytes, stays the caller's
 */
export function createDeviceSlot(
  vaultId: string,
  facts: Pick<DeviceSlot, 'userUid' | 'createdAt'>,
  secret: Buffer,
  keys: VaultKeys,
  withFieldKey: boolean,
): DeviceSlot {
  const bare = { ...facts, ...emptySlot(), kind: 'device' as const }
  const slot = sealPrivate(vaultId, bare, createBoxKeys(), deriveFromDevice(secret, vaultId), keys)
  return rewrapSlot(vaultId, slot, keys, withFieldKey)
}

/** The wrapping key of a device slot. The caller wipes it. */
export function deriveFromDevice(secret: Buffer, vaultId: string): Buffer {
  return hkdf(secret, Buffer.from(vaultId), Buffer.from('kebu/device/v1'), keyBytes)
}

/**
 * Gives a slot the vault's keys; needs no secret of the slot. A disabled user's slot gets none.
 * @param withFieldKey from `slotHoldsFieldKey`
 * @throws AppError `core.forbidden` when the caller lacks the field key that the slot is to hold
 */
export function rewrapSlot<S extends Slot>(
  vaultId: string,
  slot: S,
  keys: VaultKeys,
  withFieldKey: boolean,
): S {
  return { ...slot, wrapped: wrapKeys(vaultId, slot, keys, withFieldKey) }
}

/** The same with the keys after a rotation, beside the current ones. */
export function wrapNextKeys<S extends Slot>(
  vaultId: string,
  slot: S,
  nextKeys: VaultKeys,
  withFieldKey: boolean,
): S {
  return { ...slot, nextWrapped: wrapKeys(vaultId, slot, nextKeys, withFieldKey) }
}

/** True when a slot holds the second key: the recovery slot, and by role those of people and their devices (R089). */
export function slotHoldsFieldKey(slots: Slot[], slot: Slot): boolean {
  if (slot.kind === 'recovery') return true
  const { userUid } = slot
  const user = slots.find((other) => other.kind === 'password' && other.userUid === userUid)
  return user?.kind === 'password' && holdsFieldKey(user.role)
}

function wrapKeys(
  vaultId: string,
  slot: Slot,
  { dataKey, auditKey, fieldKey }: VaultKeys,
  withFieldKey: boolean,
): string | null {
  if (slot.kind === 'password' && slot.status === 'disabled') return null
  if (withFieldKey && !fieldKey)
    throw new AppError('core.forbidden', 'the field key is not at hand')
  const parts = withFieldKey && fieldKey ? [dataKey, auditKey, fieldKey] : [dataKey, auditKey]
  const payload = Buffer.concat(parts)
  const publicKey = Buffer.from(slot.publicKey, 'base64')
  const wrapped = sealToBox(publicKey, payload, contextOf(vaultId, slot, 'keys'))
  wipe(payload)
  return wrapped
}

async function sealSlot<S extends PasswordSlot | RecoverySlot>(
  vaultId: string,
  bare: S,
  pair: BoxKeys,
  secret: string,
  keys: VaultKeys,
): Promise<S> {
  return sealPrivate(vaultId, bare, pair, await deriveFromSecret(secret, bare.kdf), keys)
}

/** Seals the private key and the anchor under the wrapping key, and wipes both keys. */
function sealPrivate<S extends Slot>(
  vaultId: string,
  bare: S,
  pair: BoxKeys,
  wrappingKey: Buffer,
  keys: VaultKeys,
): S {
  const slot = { ...bare, publicKey: pair.publicKey.toString('base64') }
  const anchor = anchorOf(vaultId, keys.auditKey)
  const plain = Buffer.concat([pair.privateKey, anchor])
  const sealedPrivate = seal(wrappingKey, plain, contextOf(vaultId, slot, 'private'))
  wipe(plain, anchor, pair.privateKey, wrappingKey)
  return { ...slot, sealedPrivate }
}

function emptySlot(): Pick<Slot, Sealed> {
  return { id: randomUUID(), publicKey: '', sealedPrivate: '', wrapped: null, nextWrapped: null }
}

function createKdf(cost: KdfCost) {
  return { name: 'argon2id' as const, ...cost, salt: randomBytes(16).toString('base64') }
}
