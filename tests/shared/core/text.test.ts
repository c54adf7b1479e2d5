import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, searchWords, squeezeNumber } from '@shared/core/text'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

describe('folding a text', () => {
  test('full width, case, invisible characters and white space do not matter', () => {
    expect(foldText('　ＡＢＣ　科技\u200b ')).toBe('abc 科技')
    expect(foldText('Ａ\u00adB\tc')).toBe('ab c')
  })

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(foldText(foldText(value))).toBe(foldText(value))
      }),
      { numRuns: 2000 },
    )
  })

  test('a folded text has one line and no outer white space', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const folded = foldText(value)
        expect(folded).toBe(folded.trim())
        expect(folded).not.toMatch(/[\n\r\u0000]/)
      }),
    )
  })
})

describe('the words of a search', () => {
  test('are split at any space and each counts once', () => {
    expect(searchWords(' 林  半夏　林 ')).toEqual(['林', '半夏'])
    expect(searchWords('   ')).toEqual([])
  })

  test('a number written with marks is searched by its digits', () => {
    expect(searchWords('0755-1234')).toEqual(['07551234'])
    expect(squeezeNumber('(010)6588')).toBe('0106588')
    expect(squeezeNumber('+8613800001027')).toBe('13800001027')
    expect(squeezeNumber('0086-138-0000-1027')).toBe('13800001027')
  })

  test('a word with letters keeps its marks', () => {
    expect(searchWords('a-1 b.2@example.com')).toEqual(['a-1', 'b.2@example.com'])
  })
})
