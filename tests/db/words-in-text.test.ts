import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toWords, wordFinder } from '@db/words-in-text'
import { foldText } from '@shared/core/text'

const pieces = fc.constantFrom(
  ...[
    '谈',
    '价格',
    'HG',
    'hg',
    'ＨＧ',
    '２５',
    '25',
    '，',
    '…',
    ' ',
    '　',
    '\n',
    '\u200b',
    '½',
    'ﬁ',
    'İ',
  ],
  ...['A', 'é', 'K', '㎏', '·', '-', '%', '％'],
)
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))

describe('words in a text', () => {
  test('are found exactly where they stand in the folded text, by whichever way', () => {
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        const words = JSON.parse(toWords(query) ?? '[]') as string[]
        const folded = foldText(text)
        expect(wordFinder(words)(text)).toBe(words.every((word) => folded.includes(word)))
      }),
      { numRuns: 500 },
    )
  })

  test('of nothing are none', () => {
    expect(toWords(' 　\n')).toBeNull()
    expect(toWords('ＨＧ 25')).toBe('["hg","25"]')
  })
})
