import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointTypes } from '@shared/features/contacts/contacts.enums'
import {
  isDoubtful,
  isSamePoint,
  maskPoint,
  moveInOrder,
  normalizePoint,
  reachedBy,
} from '@shared/features/contacts/contacts.rules'
import { contactInput, pointInput } from '@shared/features/contacts/contacts.schema'

const anyPoint = fc.record({
  type: fc.constantFrom(...pointTypes),
  raw: fc.string({ unit: 'binary', maxLength: 120 }),
})

describe('a way to reach somebody (R050, X3)', () => {
  test.each([
    ['phone', '+86 138-0000-1027', '13800001027', 'mobile'],
    ['phone', '010-65880000 转 8012', '01065880000x8012', 'landline'],
    ['phone', '４００-800-1234', '4008001234', 'service'],
    ['phone', '+853 6612 3456', '85366123456', 'hk-mo-tw'],
    ['phone', '同上', '', 'unknown'],
    ['email', 'Li.Guyu@Example.COM', 'li.guyu@example.com', null],
    ['wechat', 'LiGuYu_2024', 'liguyu_2024', null],
    ['qq', '１０００１２３４', '10001234', null],
    ['other', '抖音 Liguyu', '抖音 liguyu', null],
  ] as const)('%s %s is compared as %s', (type, raw, normalized, phoneKind) => {
    expect(normalizePoint({ type, raw })).toEqual({ normalized, phoneKind })
  })

  test('is the same once more when it is folded already', () => {
    fc.assert(
      fc.property(anyPoint, ({ type, raw }) => {
        const { normalized } = normalizePoint({ type, raw })
        expect(normalizePoint({ type, raw: normalized }).normalized).toBe(normalized)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['wechat', 'liguyu_2024', false],
    ['wechat', '13800001027', false],
    ['wechat', '10001234', false],
    ['wechat', '加微信再说', true],
    ['wechat', 'li', true],
    ['qq', '10001234', false],
    ['qq', 'liguyu', true],
    ['phone', '138xxxx9012', true],
    ['phone', '0755-22345678', false],
    ['other', '加微信再说', false],
  ] as const)('%s %s is doubtful: %s', (type, raw, doubtful) => {
    expect(isDoubtful({ type, raw })).toBe(doubtful)
  })

  test('is taken however odd it looks, but for an e-mail that is none', () => {
    expect(pointInput.safeParse({ type: 'wechat', raw: '加微信再说' }).success).toBe(true)
    expect(pointInput.safeParse({ type: 'phone', raw: '同上' }).success).toBe(true)
    expect(pointInput.safeParse({ type: 'email', raw: 'ａ@ｂ.example' }).success).toBe(true)
    const refused = pointInput.safeParse({ type: 'email', raw: 'not an address' })
    expect(refused.error?.issues).toMatchObject([{ path: ['raw'], message: 'email' }])
    expect(pointInput.safeParse({ type: 'phone', raw: '  ' }).success).toBe(false)
  })

  test('is never shown whole, and never throws', () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const masked = maskPoint(point)
        expect(masked).toContain('•')
        expect(typeof isDoubtful(point)).toBe('boolean')
        const long = [...point.raw.trim()]
        if (long.length > 3 && point.type !== 'phone' && point.type !== 'email')
          expect(masked).toBe(`${long[0] ?? ''}•••`)
      }),
    )
  })
})

describe('two ways to reach somebody (R050)', () => {
  const phone = (raw: string) => ({ type: 'phone', raw }) as const

  test('are the same in any writing of one number or id', () => {
    expect(isSamePoint(phone('+86 138-0000-1027'), phone('13800001027'))).toBe(true)
    const [one, other] = ['Li@Example.com', 'li@example.com ']
    expect(isSamePoint({ type: 'email', raw: one }, { type: 'email', raw: other })).toBe(true)
  })

  test('differ by what they are, and by whatever is left out of a number of no known form', () => {
    expect(isSamePoint(phone('13800001027'), { type: 'wechat', raw: '13800001027' })).toBe(false)
    expect(isSamePoint(phone('前台 12'), phone('门卫 12'))).toBe(false)
    expect(isSamePoint(phone('前台 12'), phone('前台 12'))).toBe(true)
  })

  test('are looked up together with the main ones, those first', () => {
    const points = [phone('0571-88001234'), { type: 'wechat', raw: 'abcdef' } as const]
    expect(reachedBy({ phone: '13800001027', email: '', points })).toEqual({
      ...{ phones: ['13800001027', '0571-88001234'], emails: [] },
    })
  })
})

describe('a contact person', () => {
  test('needs a name and nothing else', () => {
    expect(contactInput.parse({ name: ' 李谷雨 ' })).toEqual({
      ...{ name: '李谷雨', position: null, department: null, decisionRole: null, notes: null },
      points: [],
    })
    expect(contactInput.safeParse({ name: '' }).success).toBe(false)
  })
})

describe('moving in the order', () => {
  test.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, ['a', 'b', 'c']],
    ['c', 1, ['a', 'b', 'c']],
    ['a', 2, ['b', 'c', 'a']],
    ['x', 1, ['a', 'b', 'c']],
  ])('%s by %i', (item, step, order) => {
    expect(moveInOrder(['a', 'b', 'c'], item, step)).toEqual(order)
  })
})
