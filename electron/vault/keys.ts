import { hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of every key in the vault. */
export const keyBytes = 32

/** What a slot protects: the data key, from which all others are derived, and the second key for single fields. */
export type VaultKeys = { dataKey: Buffer; fieldKey: Buffer }

/** Purposes of derived keys; a label is never used for two things. */
export type KeyPurpose = 'page' | 'header-mac' | 'audit' | 'backup-mac'

/** Fresh random keys of a new vault, 256 bits each. */
export function createVaultKeys(): VaultKeys {
  return { dataKey: randomBytes(keyBytes), fieldKey: randomBytes(keyBytes) }
}

/** Derives the key of one purpose with HKDF-SHA256 (RFC 5869); the vault id is the salt. The caller wipes it. */
export function deriveKey(keys: VaultKeys, vaultId: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(
    hkdfSync('sha256', keys.dataKey, Buffer.from(vaultId), `kebu/${purpose}/v1`, keyBytes),
  )
}

/** Overwrites key bytes with zeros. */
export function wipe(...buffers: Buffer[]): void {
  for (const buffer of buffers) buffer.fill(0)
}

/** Wipes both keys of a vault. */
export function wipeVaultKeys(keys: VaultKeys): void {
  wipe(keys.dataKey, keys.fieldKey)
}
