import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPassword } from '@shared/features/vault/vault.schema'
import {
  browserRandom,
  generatePassword,
} from '@renderer/features/settings/users/generate-password'

describe('a generated first password', () => {
  it('has four groups of characters that cannot be confused, and passes the policy', () => {
    for (let count = 0; count < 60; count++) {
      const password = generatePassword(browserRandom)
      expect(password).toMatch(/^[a-hjkmnp-tv-z2-9]{4}(-[a-hjkmnp-tv-z2-9]{4}){3}$/)
      expect(newPassword.safeParse(password).success).toBe(true)
    }
  })

  it('is another one each time', () => {
    const made = Array.from({ length: 100 }, () => generatePassword(browserRandom))
    expect(new Set(made).size).toBe(100)
  })

  it('favours no character: bytes beyond the last whole round are thrown away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        let state = seed
        const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 16
        const withBad = (count: number) => Uint8Array.from({ length: count }, () => next() % 256)
        expect(generatePassword(withBad)).toHaveLength(19)
      }),
      { numRuns: 50 },
    )
    const bytes = [255, 240, 250, 241, ...Array.from({ length: 400 }, (_, index) => index % 240)]
    let at = 0
    const scripted = (count: number) => Uint8Array.from(bytes.slice(at, (at += count)))
    expect(generatePassword(scripted).startsWith('abcd-')).toBe(true)
  })

  it('is drawn again when the policy would refuse it', () => {
    const two = 22
    let calls = 0
    const first = (count: number) => {
      calls += 1
      return calls <= 4 ? new Uint8Array(count).fill(two) : browserRandom(count)
    }
    expect(newPassword.safeParse('2222-2222-2222-2222').success).toBe(false)
    expect(generatePassword(first)).not.toBe('2222-2222-2222-2222')
    expect(calls).toBeGreaterThanOrEqual(8)
  })
})
