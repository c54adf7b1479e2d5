import { seal, unseal } from './sealed'

const version = 'f1:'

/**
 * Encrypts single values (ID number, bank account) under the second key with AES-256-GCM (X1, R089).
 * @param key 32 bytes, stays owned by the caller; wiping it ends this cipher
 */
export function createFieldCipher(key: Buffer) {
  return {
    /** @param owner uid of the row, authenticated, so that a value cannot be moved to another row */
    encrypt: (plain: string, owner: string) => version + seal(key, Buffer.from(plain), owner),
    /** @throws Error when the value was not sealed for this owner by this key */
    decrypt(sealed: string, owner: string): string {
      const plain = sealed.startsWith(version)
        ? unseal(key, sealed.slice(version.length), owner)
        : null
      if (plain === null) throw new Error('sealed field does not open')
      return plain.toString()
    },
  }
}
