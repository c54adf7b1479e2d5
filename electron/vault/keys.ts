import { hkdf } from './hkdf'
import { copySecret, randomSecret } from './secret-memory'

/** Bytes of every key in the vault. */
export const keyBytes = 32

/**
 * What a slot protects, 32 random bytes each. `dataKey`: the pages, the header and backups hang on it; a rotation changes it.
 * `auditKey`: its own, so that the audit chain outlives a rotation. `fieldKey`: ID numbers and bank accounts; null for roles
 * that do not hold it (R089).
 */
export type VaultKeys = { dataKey: Buffer; auditKey: Buffer; fieldKey: Buffer | null }

/** Purposes of keys derived from the data key; a label is never used for two things. */
export type KeyPurpose = 'page' | 'header-mac' | 'backup-mac' | 'key-id'

/** Fresh random keys of a new vault (X1). */
export function createVaultKeys(): VaultKeys {
  return {
    dataKey: randomSecret(keyBytes),
    auditKey: randomSecret(keyBytes),
    fieldKey: randomSecret(keyBytes),
  }
}

/** The keys after a rotation: a fresh data key, and copies of the others, so that either set can be wiped alone. */
export function createNextKeys(keys: VaultKeys): VaultKeys {
  return {
    dataKey: randomSecret(keyBytes),
    auditKey: copySecret(keys.auditKey),
    fieldKey: keys.fieldKey && copySecret(keys.fieldKey),
  }
}

/** Derives the key of one purpose with HKDF-SHA256; the vault id is the salt. The caller wipes it. */
export function deriveKey(keys: VaultKeys, vaultId: string, purpose: KeyPurpose): Buffer {
  return hkdf(keys.dataKey, Buffer.from(vaultId), Buffer.from(`kebu/${purpose}/v1`), keyBytes)
}

/** Tells data keys apart without telling anything of them; may lie in the clear. 64 hex digits. */
export function keyIdOf(keys: VaultKeys, vaultId: string): string {
  return deriveKey(keys, vaultId, 'key-id').toString('hex')
}

/** Overwrites key bytes with zeros. */
export function wipe(...buffers: Buffer[]): void {
  for (const buffer of buffers) buffer.fill(0)
}

/** Wipes all keys of a vault. */
export function wipeVaultKeys({ dataKey, auditKey, fieldKey }: VaultKeys): void {
  wipe(dataKey, auditKey)
  if (fieldKey) wipe(fieldKey)
}
