import { describe, expect, test } from 'vitest'
import {
  fillPlaceholders,
  findBlank,
  matchPhrases,
  readSlash,
} from '@shared/features/phrases/phrases.rules'
import { phraseInput, phraseLimits, type Phrase } from '@shared/features/phrases/phrases.schema'
import { listStandardPhrases, phraseTrades } from '@shared/features/phrases/standard-phrases'

const values = { customer: '云岫示例', contact: '李谷雨', date: '11月20日', me: '陈立夏' }

describe('placeholders', () => {
  test('are filled in by either language', () => {
    const text = '{客户}的{联系人}，{日期}，{我}'
    expect(fillPlaceholders(text, values)).toBe('云岫示例的李谷雨，11月20日，陈立夏')
    expect(fillPlaceholders('{customer} { Contact } {date} {me}', values)).toBe(
      '云岫示例 李谷雨 11月20日 陈立夏',
    )
  })

  test('stay as a blank where nothing is known, and so do braces of one’s own', () => {
    const text = fillPlaceholders('给{联系人}寄{产品}', { ...values, contact: null })
    expect(text).toBe('给{联系人}寄{产品}')
    expect(findBlank(text)).toEqual({ from: 1, to: 6 })
    expect(findBlank(text, 6)).toEqual({ from: 7, to: 11 })
    expect(findBlank('没有空')).toBeNull()
  })

  test('that a value brings along are not filled in again', () => {
    expect(fillPlaceholders('{客户}', { ...values, customer: '{联系人}' })).toBe('{联系人}')
  })
})

const phrase = (values: Partial<Phrase>): Phrase => ({
  ...{ id: 1, kind: 'phrase', type: null, title: '没人接', content: '没人接，', initials: 'mrj' },
  ...values,
})

describe('phrases for what was typed', () => {
  const all = [
    phrase({ id: 1 }),
    phrase({ id: 2, kind: 'template', type: 'visit', title: '上门拜访', initials: 'smbf' }),
    phrase({ id: 3, type: 'visit', title: '在比价', initials: 'zbj' }),
    phrase({ id: 4, type: 'phone', title: '报价跟进', initials: 'bjgj' }),
  ]
  const ids = (typed: string, type: 'phone' | 'visit' = 'phone') =>
    matchPhrases(all, typed, type).map(({ id }) => id)

  test('are those for the type and for all, those of the type first; templates are for any', () => {
    expect(ids('')).toEqual([4, 1, 2])
    expect(ids('', 'visit')).toEqual([2, 3, 1])
  })

  test('are found by a part of the title or its first letters', () => {
    expect(ids('跟进')).toEqual([4])
    expect(ids('BJ')).toEqual([4])
    expect(ids('smb')).toEqual([2])
    expect(ids('jg')).toEqual([])
  })
})

test.each([
  ['/', 1, { from: 0, to: 1, typed: '' }],
  ['谈了价格，/bj', 8, { from: 5, to: 8, typed: 'bj' }],
  ['谈了价格 ／没人', 8, { from: 5, to: 8, typed: '没人' }],
  ['第一行\n/b 后面', 6, { from: 4, to: 6, typed: 'b' }],
  ['3/4', 3, null],
  ['and/or', 6, null],
  ['http://x', 8, null],
  ['/a b', 4, null],
])('a slash in %j before %i is read as %j', (text, cursor, found) => {
  expect(readSlash(text, cursor)).toEqual(found)
})

describe.each(phraseTrades)('the set proposed to %s', (trade) => {
  test.each(['zh-CN', 'en'] as const)('is fit to be taken at once in %s', (language) => {
    const set = listStandardPhrases(trade, language)
    expect(set.length).toBeGreaterThan(10)
    expect(set.length).toBeLessThanOrEqual(phraseLimits.atOnce)
    for (const one of set) expect(phraseInput.parse(one)).toEqual(one)
    expect(new Set(set.map(({ kind, title }) => kind + title)).size).toBe(set.length)
  })

  test('says the same in both languages', () => {
    const shape = (language: 'zh-CN' | 'en') =>
      listStandardPhrases(trade, language).map(({ kind, type }) => ({ kind, type }))
    expect(shape('en')).toEqual(shape('zh-CN'))
  })
})
