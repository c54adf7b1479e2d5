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
    ['400 800 1234 转 6', 'service', '4008001234x6'],
    ['800-810-0000', 'service', '8008100000'],
    ['+86 400 800 1234', 'service', '4008001234'],
    ['+86 755 2234 5678', 'landline', '075522345678'],
    ['+86 (0)10 6588 0000', 'landline', '01065880000'],
    ['86-755-22345678', 'landline', '075522345678'],
    ['0086 10 65880000 分机 12', 'landline', '01065880000x12'],
    ['(0755) 2234 5678 内线801', 'landline', '075522345678x801'],
    ['(0755)22345678-801', 'landline', '075522345678x801'],
    ['2234 5678 ext. 8', 'landline', '22345678x8'],
    ['+852 2345 6789', 'hk-mo-tw', '85223456789'],
    ['00852-2345-6789', 'hk-mo-tw', '85223456789'],
    ['(852) 2345 6789', 'hk-mo-tw', '85223456789'],
    ['85223456789', 'hk-mo-tw', '85223456789'],
    ['+853 6612 3456', 'hk-mo-tw', '85366123456'],
    ['+886 2 2345 6789', 'hk-mo-tw', '886223456789'],
    ['+886 (0)912 345 678', 'hk-mo-tw', '886912345678'],
    ['886-912-345-678', 'hk-mo-tw', '886912345678'],
    ['+1 212 555 0100', 'foreign', '12125550100'],
    // As long as a mobile number of the mainland, and none.
    ['+1 380 555 0100', 'foreign', '13805550100'],
    ['0044 20 7946 0000', 'foreign', '442079460000'],
    ['+86 123', 'unknown', '86123'],
    ['0912345678', 'unknown', '0912345678'],
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

/** Texts that look like numbers to every part of the parser. */
const numberLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['+', '00', '86', '852', '853', '886', '0', '(0)', '010', '0755', '400', '138'],
        ...[' ', '-', '(', ')', '转', 'ext', 'x', '#', '，', '*', 'a', '８'],
      ),
      fc.array(digit, { maxLength: 9 }).map((digits) => digits.join('')),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(numberLike, fc.string({ unit: 'binary', maxLength: 150 }))

describe('the normalised number', () => {
  test('is normalised: reading it again gives itself', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { normalized } = parsePhone(raw)
        expect(parsePhone(normalized).normalized).toBe(normalized)
        expect(normalized).toMatch(/^\d*(?:x\d{1,6})?$/)
      }),
      { numRuns: 5000 },
    )
  })

  test('survives being written for the eye', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        expect(parsePhone(formatPhone(raw))).toEqual(parsePhone(raw))
      }),
      { numRuns: 5000 },
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
