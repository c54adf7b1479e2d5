import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBoxKeys, openBox, sealToBox } from '../../../electron/vault/box'

const pair = createBoxKeys()
const other = createBoxKeys()
const plain = Buffer.from('三把钥匙')

describe('a box', () => {
  it('gives back what was sealed to it, of any length, and leaves the plain text alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (data, context) => {
        const text = Buffer.from(data)
        const opened = openBox(pair.privateKey, sealToBox(pair.publicKey, text, context), context)
        expect(opened?.equals(text)).toBe(true)
        expect(text.equals(Buffer.from(data))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('opens for nobody else and in no other context', () => {
    const sealed = sealToBox(pair.publicKey, plain, 'here')
    expect(openBox(pair.privateKey, sealed, 'here')?.equals(plain)).toBe(true)
    expect(openBox(other.privateKey, sealed, 'here')).toBeNull()
    expect(openBox(pair.privateKey, sealed, 'there')).toBeNull()
  })

  it('looks different each time', () => {
    expect(sealToBox(pair.publicKey, plain, '')).not.toBe(sealToBox(pair.publicKey, plain, ''))
  })

  it('does not open with any one bit flipped', () => {
    const sealed = Buffer.from(sealToBox(pair.publicKey, plain, ''), 'base64')
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        // X25519 ignores the top bit of a public key; the salt of the derivation does not.
        const flipped = Buffer.from(sealed)
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(openBox(pair.privateKey, flipped.toString('base64'), '')).toBeNull()
      }),
      { numRuns: 60, examples: [[31 * 8 + 7]] },
    )
  })

  it('refuses what is too short, and a public key that gives away the shared secret', () => {
    for (const length of [0, 1, 31, 32, 59, 200])
      expect(openBox(pair.privateKey, Buffer.alloc(length).toString('base64'), '')).toBeNull()
    expect(() => sealToBox(Buffer.alloc(32), plain, '')).toThrow()
  })
})
