import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostPoints, type NewPointValues } from '@shared/features/contacts/contacts.schema'
import { partNumbers, settleNumbers } from '@shared/features/quick-add/typed-numbers.rules'

describe('several numbers in one place of a paper form', () => {
  test.each([
    ['138 0000 1027 / 0571-88001234', ['138 0000 1027', '0571-88001234']],
    ['13800001027、13900001028，0571-88001234', ['13800001027', '13900001028', '0571-88001234']],
    ['13800001027 13900001028', ['13800001027', '13900001028']],
  ])('%s is parted', (text, parts) => {
    expect(partNumbers('phone', text)).toEqual(parts)
  })

  test.each([
    '138 0000 1027',
    '0571-88001234 转 802',
    '0571/88001234',
    '0571-88001234/5',
    '+44 20 7946 0958',
    '138 0000 1027 王芳',
    '白天 / 晚上',
    '',
  ])('%j stays in one piece', (text) => {
    expect(partNumbers('phone', text)).toEqual([text])
  })

  test('e-mails part at marks and spaces, and only where all of them are ones', () => {
    const two = ['a@example.com', 'b@example.com']
    expect(partNumbers('email', two.join('; '))).toEqual(two)
    expect(partNumbers('email', two.join(' '))).toEqual(two)
    expect(partNumbers('email', 'a@example.com / b')).toEqual(['a@example.com / b'])
  })

  test('no digit is lost, whatever was typed', () => {
    const typed = fc.stringMatching(/^[0-9 /、+()-]{0,40}$/)
    const digits = (text: string) => text.replace(/\D/g, '')
    fc.assert(
      fc.property(typed, (text) => {
        expect(digits(partNumbers('phone', text).join(''))).toBe(digits(text))
      }),
    )
  })
})

describe('the numbers of a paper form', () => {
  const landline: NewPointValues = { type: 'phone', raw: '0571-88001234' }

  test('are the first, and the others once beside those that are there', () => {
    const typed = '138 0000 1027 / 13800001027 / 139 0000 1028 / 057188001234'
    expect(settleNumbers('phone', typed, [landline])).toEqual({
      main: '138 0000 1027',
      points: [landline, { type: 'phone', raw: '139 0000 1028' }],
    })
  })

  test('stay where they are when there is one, or no room for more', () => {
    expect(settleNumbers('phone', '13800001027', [landline])).toEqual({
      ...{ main: '13800001027', points: [landline] },
    })
    const full = Array.from({ length: mostPoints }, (_, at): NewPointValues => {
      return { type: 'qq', raw: String(10_000 + at) }
    })
    const typed = 'a@example.com b@example.com'
    expect(settleNumbers('email', typed, full)).toEqual({ main: typed, points: full })
  })
})
