import { afterAll, describe, expect, it, vi } from 'vitest'

/** The one place among these tests that derives in full: see `small-argon2.ts`. */
vi.unmock('@node-rs/argon2')
vi.resetModules()
const { deriveFromSecret, kdfFloor, scaleCost } = await import('../../../electron/vault/kdf')
afterAll(() => {
  vi.resetModules()
})

const salt = Buffer.alloc(16, 1).toString('base64')

describe('key derivation', () => {
  it('never goes below its floor, nor above 256 MiB and 8 passes, whatever the machine', () => {
    for (const floorMs of [0, 1, 20, 90, 160, 400, 5000]) {
      const cost = scaleCost(floorMs)
      expect(cost.memoryKiB).toBeGreaterThanOrEqual(kdfFloor.memoryKiB)
      expect(cost.memoryKiB).toBeLessThanOrEqual(256 * 1024)
      expect(cost.passes).toBeGreaterThanOrEqual(kdfFloor.passes)
      expect(cost.passes).toBeLessThanOrEqual(8)
    }
    expect(scaleCost(5000)).toEqual(kdfFloor)
    expect(scaleCost(90).memoryKiB).toBeGreaterThan(kdfFloor.memoryKiB)
  })

  it('gives the same key for the same secret and another for another salt', async () => {
    const kdf = { name: 'argon2id' as const, ...kdfFloor, salt }
    const first = await deriveFromSecret('秘密秘密秘密', kdf)
    expect(first).toHaveLength(32)
    expect(await deriveFromSecret('秘密秘密秘密', kdf)).toEqual(first)
    const otherSalt = Buffer.alloc(16, 2).toString('base64')
    expect(await deriveFromSecret('秘密秘密秘密', { ...kdf, salt: otherSalt })).not.toEqual(first)
  })
  it('is Argon2id with the memory, passes and lanes of the header, as OpenSSL computes it', async () => {
    const kdf = { name: 'argon2id' as const, ...kdfFloor, salt }
    expect((await deriveFromSecret('a known answer', kdf)).toString('hex')).toBe(
      '00db6cf5947ea39c6e8ac62097eb030a18f72c6a3e4b40d474163ce092db631b',
    )
  })
})
