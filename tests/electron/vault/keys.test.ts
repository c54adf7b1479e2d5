import { hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hkdf } from '../../../electron/vault/hkdf'
import {
  createNextKeys,
  createVaultKeys,
  deriveKey,
  type KeyPurpose,
  wipeVaultKeys,
} from '../../../electron/vault/keys'

const hex = (text: string) => Buffer.from(text, 'hex')
const bytes = (max: number) => fc.uint8Array({ maxLength: max }).map((value) => Buffer.from(value))

describe('key derivation from a key', () => {
  it('gives what RFC 5869 says (test cases 1 and 3)', () => {
    const secret = hex('0b'.repeat(22))
    expect(
      hkdf(secret, hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42).toString(
        'hex',
      ),
    ).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865')
    expect(hkdf(secret, Buffer.alloc(0), Buffer.alloc(0), 42).toString('hex')).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    )
  })

  it('gives what the HKDF of Node gives for any input', () => {
    const length = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(bytes(80), bytes(80), bytes(80), length, (secret, salt, info, wanted) => {
        const expected = Buffer.from(hkdfSync('sha256', secret, salt, info, wanted))
        expect(hkdf(secret, salt, info, wanted).equals(expected)).toBe(true)
      }),
    )
  })

  it('leaves the secret as it was and gives every purpose and vault its own key', () => {
    const keys = createVaultKeys()
    const before = Buffer.from(keys.dataKey)
    const purposes: KeyPurpose[] = ['page', 'header-mac', 'backup-mac']
    const derived = ['a', 'b'].flatMap((vaultId) =>
      purposes.map((purpose) => deriveKey(keys, vaultId, purpose).toString('hex')),
    )
    expect(new Set(derived).size).toBe(6)
    expect(keys.dataKey.equals(before)).toBe(true)
  })
})

describe('the keys of a vault', () => {
  it('are three different keys, and a rotation changes the data key alone', () => {
    const keys = createVaultKeys()
    const next = createNextKeys(keys)
    const all = [keys.dataKey, keys.auditKey, keys.fieldKey, next.dataKey]
    expect(new Set(all.map((key) => key?.toString('hex'))).size).toBe(4)
    expect(next.auditKey.equals(keys.auditKey)).toBe(true)
    expect(next.fieldKey).toEqual(keys.fieldKey)
    expect(createNextKeys({ ...keys, fieldKey: null }).fieldKey).toBeNull()
  })

  it('are zeros after a wipe, and a wipe of the old ones leaves the next ones whole', () => {
    const keys = createVaultKeys()
    const next = createNextKeys(keys)
    wipeVaultKeys(keys)
    for (const key of [keys.dataKey, keys.auditKey, keys.fieldKey])
      expect(key?.equals(Buffer.alloc(32))).toBe(true)
    for (const key of [next.dataKey, next.auditKey, next.fieldKey])
      expect(key?.equals(Buffer.alloc(32))).toBe(false)
    expect(() => wipeVaultKeys({ ...next, fieldKey: null })).not.toThrow()
  })
})
