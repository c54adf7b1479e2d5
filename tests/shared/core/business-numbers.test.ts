import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBankAccount, maskBankAccount, normalizeBankAccount } from '@shared/core/bank-account'
import { isCreditCode, normalizeCreditCode } from '@shared/core/credit-code'

/** GB 32100-2015 in other words: powers of 3 modulo 31 as weights, and the character that makes the whole sum divisible. */
const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

function withCheckCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += characters.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  const check = characters.find((_, value) => (sum + value) % 31 === 0) ?? ''
  return first17 + check
}

/** Invented: the area 000000 does not exist. */
const invented = withCheckCharacter('91000000MA0EXAMPX'.replace('X', '1'))

const alnum = fc.constantFrom(...characters)
const digit = fc.constantFrom(...'0123456789')
const codes = fc
  .tuple(
    fc.string({ unit: alnum, minLength: 2, maxLength: 2 }),
    fc.string({ unit: digit, minLength: 6, maxLength: 6 }),
    fc.string({ unit: alnum, minLength: 9, maxLength: 9 }),
  )
  .map((parts) => withCheckCharacter(parts.join('')))

describe('统一社会信用代码 (R012)', () => {
  test('is right with the check character computed another way', () => {
    expect(invented).toHaveLength(18)
    expect(isCreditCode(invented)).toBe(true)
    fc.assert(fc.property(codes, (code) => isCreditCode(code)))
  })

  test('one wrong character is always noticed', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), alnum, (code, at, character) => {
        const typed = code.slice(0, at) + character + code.slice(at + 1)
        return isCreditCode(typed) === (typed === code)
      }),
    )
  })

  test('letters that look like digits, other lengths and lower case are no code', () => {
    for (const letter of 'IOZSV')
      expect(isCreditCode(withCheckCharacter(`91000000MA0EXAMP${letter}`))).toBe(false)
    expect(isCreditCode(invented.slice(1))).toBe(false)
    expect(isCreditCode(`${invented}0`)).toBe(false)
    expect(isCreditCode(invented.toLowerCase())).toBe(false)
    expect(isCreditCode('')).toBe(false)
  })

  test('is taken in any writing', () => {
    const spaced = `${invented.slice(0, 6)} ${invented.slice(6, 12)}-${invented.slice(12)}`
    expect(normalizeCreditCode(spaced.toLowerCase())).toBe(invented)
    expect(normalizeCreditCode(invented.replaceAll('0', '０'))).toBe(invented)
  })
})

describe('bank accounts (R089)', () => {
  test('are digits, 8 to 30 of them', () => {
    expect(isBankAccount('12345678')).toBe(true)
    expect(isBankAccount('1'.repeat(30))).toBe(true)
    for (const wrong of ['1234567', '1'.repeat(31), '1234567a', '１２３４５６７８', ''])
      expect(isBankAccount(wrong)).toBe(false)
  })

  test('are taken in any writing', () => {
    expect(normalizeBankAccount(' 6222 0000-1111　２２２２')).toBe('6222000011112222')
  })

  test('show their last four digits and nothing of the rest', () => {
    fc.assert(
      fc.property(fc.string({ unit: digit, minLength: 8, maxLength: 30 }), (account) => {
        const mask = maskBankAccount(account)
        return mask === `**** **** ${account.slice(-4)}`
      }),
    )
  })
})
