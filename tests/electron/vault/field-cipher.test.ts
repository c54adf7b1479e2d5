import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createFieldCipher } from '../../../electron/vault/field-cipher'

describe('a sealed field', () => {
  const fields = createFieldCipher(randomBytes(32))

  it('opens for its own row and differs each time it is sealed', () => {
    const sealed = fields.encrypt('11010519491231002X', 'row-a')
    expect(fields.decrypt(sealed, 'row-a')).toBe('11010519491231002X')
    expect(fields.encrypt('11010519491231002X', 'row-a')).not.toBe(sealed)
    expect(sealed).not.toContain('110105')
  })

  it('does not open for another row, under another key, or when a character changed', () => {
    const sealed = fields.encrypt('11010519491231002X', 'row-a')
    expect(() => fields.decrypt(sealed, 'row-b')).toThrow()
    expect(() => createFieldCipher(randomBytes(32)).decrypt(sealed, 'row-a')).toThrow()
    const changed = sealed.slice(0, 20) + (sealed[20] === 'A' ? 'B' : 'A') + sealed.slice(21)
    expect(() => fields.decrypt(changed, 'row-a')).toThrow()
  })
})
