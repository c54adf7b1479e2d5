import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskEmail } from '@shared/core/email'
import { isIdCard, maskIdCard, normalizeIdCard } from '@shared/core/id-card'
import {
  fieldGroups,
  fieldLevelOf,
  holdsFieldKey,
  isAllowed,
  mayUse,
  permissions,
  relations,
  roles,
  scopeOf,
} from '@shared/core/permissions'

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
    for (const relation of relations)
      expect(fieldLevelOf('finance', 'contact', relation)).toBe('none')
    expect(permissions.filter((p) => isAllowed('viewer', p) && p.endsWith('.write'))).toEqual([])
  })

  test('salespeople reach their own records only, for everything they may do to one', () => {
    const reaching = permissions.filter((p) => mayUse('sales', p, 'other'))
    expect(reaching).toEqual(['public', 'self', 'customers.claim', 'tags.read', 'backups.create'])
    expect(mayUse('sales', 'customers.write', 'own')).toBe(true)
    expect(mayUse('sales', 'customers.write', 'pool')).toBe(false)
  })

  test('nobody may see whole a colleague’s field that is hidden in one’s own', () => {
    const order = ['none', 'masked', 'full']
    for (const role of roles)
      for (const group of fieldGroups)
        expect(order.indexOf(fieldLevelOf(role, group, 'other'))).toBeLessThanOrEqual(
          order.indexOf(fieldLevelOf(role, group, 'own')),
        )
  })

  test('the second key is for those only who may see an ID number whole (R015, R089)', () => {
    expect(roles.filter(holdsFieldKey)).toEqual(['owner'])
  })

  test('whoever manages people may do everything else', () => {
    for (const role of roles.filter((role) => isAllowed(role, 'users.manage')))
      expect(permissions.filter((p) => scopeOf(role, p) !== 'all')).toEqual([])
  })
})
