import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPhone, maskPhone, parsePhone } from '@shared/core/phone'

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const mobile = fc
  .tuple(fc.constantFrom('3', '5', '8', '9'), fc.array(digit, { minLength: 9, maxLength: 9 }))
  .map(([second, rest]) => `1${second}${rest.join('')}`)
const writings = [
  (phone: string) => phone,
  (phone: string) => `+86 ${phone}`,
  (phone: string) => `0086-${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
  (phone: string) => `86${phone}`,
  (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
]

describe('reading a phone number (X3)', () => {
  test.each([
    ['13800001027', 'mobile', '13800001027'],
    ['１３８-0000-1027', 'mobile', '13800001027'],
    ['0755-12345678', 'landline', '075512345678'],
    ['0302000000', 'unknown', '0302000000'],
    ['0755-22345678', 'landline', '075522345678'],
    ['010-65880000转8012', 'landline', '01065880000x8012'],
    ['0755-22345678-801', 'landline', '075522345678x801'],
    ['400-800-1234', 'service', '4008001234'],
    ['+852 2345 6789', 'foreign', '85223456789'],
    ['138xxxx9012', 'unknown', '1389012'],
    ['', 'unknown', ''],
  ])('%s is %s', (raw, kind, normalized) => {
    expect(parsePhone(raw)).toEqual({ kind, normalized })
  })

  test('a mobile number is the same number in every writing', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...writings), (phone, write) => {
        expect(parsePhone(write(phone))).toEqual({ kind: 'mobile', normalized: phone })
      }),
    )
  })

  test('no text makes it throw, and no digit is invented', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (raw) => {
        const { normalized } = parsePhone(raw)
        const written = raw.normalize('NFKC').replace(/\D/g, '').length
        expect(normalized.replace(/\D/g, '').length).toBeLessThanOrEqual(written)
        expect(typeof formatPhone(raw)).toBe('string')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('masking a phone number (X2, R089)', () => {
  test('shows how it begins and ends', () => {
    expect(maskPhone('13800001027')).toBe('138 •••• 1027')
    expect(maskPhone('0755-22345678')).toBe('0755-•••• 5678')
    expect(maskPhone('010-65880000')).toBe('010-•••• 0000')
  })

  test('never shows the middle of a mobile number', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...writings), (phone, write) => {
        const shown = maskPhone(write(phone)).replace(/\D/g, '')
        expect(shown).toBe(phone.slice(0, 3) + phone.slice(7))
      }),
    )
  })

  test('hides at least three digits of anything with seven or more', () => {
    fc.assert(
      fc.property(fc.array(digit, { minLength: 7, maxLength: 15 }), (digits) => {
        const shown = maskPhone(digits.join('')).replace(/\D/g, '').length
        expect(digits.length - shown).toBeGreaterThanOrEqual(3)
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (raw) => {
        expect(maskPhone(raw)).toContain('•')
      }),
    )
  })
})
