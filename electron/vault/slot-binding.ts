import { canonicalJson } from './canonical-json'
import { hkdf } from './hkdf'
import { keyBytes } from './keys'
import type { Slot } from './slot-schema'

/**
 * What both sealed parts of a slot authenticate, so that no part fits another slot, user or vault. Name and role are under the
 * header's MAC only, so that they can change without the secret.
 */
export function contextOf(vaultId: string, slot: Slot, part: 'private' | 'keys'): string {
  return canonicalJson({
    part,
    vaultId,
    id: slot.id,
    kind: slot.kind,
    userUid: slot.kind === 'recovery' ? null : slot.userUid,
    publicKey: slot.publicKey,
    kdf: slot.kind === 'device' ? null : slot.kdf,
  })
}

/**
 * A fingerprint of the audit key, kept beside a slot's private key. Anybody can seal keys of their own to a public key; only
 * those under this fingerprint count, so that a whole foreign book cannot be slipped under somebody's password.
 */
export function anchorOf(vaultId: string, auditKey: Buffer): Buffer {
  return hkdf(auditKey, Buffer.from(vaultId), Buffer.from('kebu/slot-anchor/v1'), keyBytes)
}
