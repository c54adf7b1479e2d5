import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createRecoveryKey,
  groupRecoveryKey,
  parseRecoveryKey,
} from '../../../electron/vault/recovery-key'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery key', () => {
  it('has eight groups of four characters that cannot be mistaken for one another', () => {
    const groups = groupRecoveryKey(createRecoveryKey())
    expect(groups).toHaveLength(8)
    expect(groups.join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/)
  })

  it('is read back from lower case, dashes, spaces, full width, and O, I, L written for 0 and 1', () => {
    const key = createRecoveryKey()
    const sloppy = groupRecoveryKey(key.replaceAll('0', 'o').replaceAll('1', 'l'))
      .join(' — ')
      .toLowerCase()
    expect(parseRecoveryKey(sloppy)).toBe(key)
    const fullWidth = [...key].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
    expect(parseRecoveryKey(fullWidth)).toBe(key)
  })

  it('notices nearly every single wrong character', () => {
    const key = createRecoveryKey()
    let missed = 0
    let tried = 0
    for (let index = 0; index < key.length; index++)
      for (const other of alphabet.replace(key[index] ?? '', '')) {
        tried++
        try {
          parseRecoveryKey(key.slice(0, index) + other + key.slice(index + 1))
          missed++
        } catch (error) {
          expect(error).toMatchObject({ code: 'vault.recovery-key-typo' })
        }
      }
    expect(missed / tried).toBeLessThan(0.01)
  })

  it('never accepts or chokes on arbitrary text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'grapheme' }), (text) => {
        expect(() => parseRecoveryKey(text)).toThrowError(
          expect.objectContaining({ code: 'vault.recovery-key-typo' }),
        )
      }),
    )
  })
})
