import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskEmail } from '@shared/core/email'
import { isIdCard, maskIdCard, normalizeIdCard } from '@shared/core/id-card'
import { isAllowed, permissions } from '@shared/core/permissions'

/** Made from the rule of GB 11643 with an area code that nobody has. */
const inventedIdCard = '00000019900307001'

describe('identity numbers (R015)', () => {
  const check = [...'10X98765432'].find((digit) => isIdCard(inventedIdCard + digit))

  test('exactly one check digit is right', () => {
    const right = [...'10X98765432'].filter((digit) => isIdCard(inventedIdCard + digit))
    expect(right).toHaveLength(1)
  })

  test('a birth date that does not exist is refused', () => {
    const impossible = '00000019900230001'
    expect([...'10X98765432'].some((digit) => isIdCard(impossible + digit))).toBe(false)
  })

  test('one changed digit is always noticed', () => {
    const card = inventedIdCard + (check ?? '')
    for (let index = 0; index < 17; index += 1)
      for (let digit = 0; digit <= 9; digit += 1) {
        const typed = `${card.slice(0, index)}${digit}${card.slice(index + 1)}`
        expect(isIdCard(typed)).toBe(typed === card)
      }
  })

  test('the mask keeps the birth date hidden', () => {
    expect(maskIdCard(inventedIdCard + '0')).toBe('000***********0010')
    expect(normalizeIdCard(' 12 34ｘ')).toBe('1234X')
  })
})

describe('e-mail masks', () => {
  test('show the first character and the domain only', () => {
    expect(maskEmail('linbanxia@example.com')).toBe('l•••@example.com')
  })

  test('never show a mailbox name whole', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 30 }), (name) => {
        expect(maskEmail(`${name}@example.com`).length).toBeGreaterThan(0)
        expect(maskEmail(`${name}@example.com`).startsWith(`${name}@`)).toBe(false)
      }),
    )
  })
})

describe('permissions (R083, R084)', () => {
  test('nobody signed in may use public routes only', () => {
    expect(permissions.filter((permission) => isAllowed(null, permission))).toEqual(['public'])
  })

  test('finance sees no contact details and a viewer writes nothing', () => {
    expect(isAllowed('finance', 'customers.reveal')).toBe(false)
    expect(permissions.filter((p) => isAllowed('viewer', p) && p.endsWith('.write'))).toEqual([])
  })
})
