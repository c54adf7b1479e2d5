import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, parseDecimal } from '@shared/core/decimal'
import {
  type CustomFieldType,
  customFieldTypes,
} from '@shared/features/custom-fields/custom-fields.enums'
import {
  convertValue,
  hasOptions,
  optionsUnder,
  previewChange,
} from '@shared/features/custom-fields/custom-types.rules'
import {
  compareCustomValues,
  formatCustomValue,
  parseCustomValue,
  type StoredValue,
  type ValueShape,
  yesNoWords,
} from '@shared/features/custom-fields/custom-values.rules'

const options = ['大客户', '老客户', '转介绍', '展会、路演'].map((label, index) => ({
  key: `k${index}`,
  label,
}))
const shapeOf = (type: CustomFieldType): ValueShape => ({
  type,
  options: hasOptions(type) ? options : [],
})
const languages = fc.constantFrom(...(Object.keys(yesNoWords) as (keyof typeof yesNoWords)[]))

/** Texts that a person may type into a field of a type, good ones mostly. */
const typed: Record<CustomFieldType, fc.Arbitrary<string>> = {
  text: fc.string({ unit: 'grapheme', maxLength: 60 }),
  number: fc.oneof(
    fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }).map(String),
    fc.integer().map((value) => (value / 1000).toFixed(3)),
    fc.constantFrom('3.5万', '１２，３４５', '−7', '0.000001', '.5', '1,234,567.5', '-0'),
  ),
  money: fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => (value / 100).toFixed(2)),
    fc.constantFrom('¥1,200', '￥88.80', '3.5万元', '1亿'),
  ),
  date: fc.oneof(
    fc
      .date({
        min: new Date('1900-01-01T00:00:00Z'),
        max: new Date('2200-12-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10)),
    fc.constantFrom('2024年5月1日', '2024/5/1', '2024.05.01', '20240501'),
  ),
  choice: fc.constantFrom('k0', 'k3', '大客户', ' 老客户 ', '展会、路演'),
  'multi-choice': fc.constantFrom('k0\nk1', '大客户、转介绍', '老客户,大客户', '展会、路演', 'k2'),
  'yes-no': fc.constantFrom('是', '否', 'Yes', 'no', '1', '0', '有', '√'),
  link: fc.oneof(
    fc.webUrl(),
    fc.constantFrom('example.com/报价', 'mailto:a@example.com', 'tel:+86-755-1234'),
  ),
}
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  ...Object.values(typed),
  fc.constantFrom('\u0000', '\ud800', '\u202e123', '1e9', 'javascript:alert(1)', '٣', '１００'),
)
const types = fc.constantFrom(...customFieldTypes)
const typedIn = types.chain((type) => typed[type].map((text) => ({ type, text })))

function stored(type: CustomFieldType, text: string): StoredValue | null {
  const read = parseCustomValue(shapeOf(type), text)
  return read === null || 'problem' in read ? null : read
}

describe('reading and writing a value', () => {
  it('reads every text without throwing, and reading what was read gives the same', () => {
    fc.assert(
      fc.property(types, anything, (type, text) => {
        const value = stored(type, text)
        if (value) expect(stored(type, value.value)).toEqual(value)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads back what it wrote in either language', () => {
    fc.assert(
      fc.property(typedIn, languages, ({ type, text }, language) => {
        const value = stored(type, text)
        if (value === null) return
        const words = formatCustomValue(shapeOf(type), value.value, language)
        // Two labels of a list may hold its separator; the key is what is kept then.
        if (type === 'multi-choice' && value.value.includes('k3')) return
        expect(stored(type, words)).toEqual(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes only addresses that open a page, a letter or a call for links', () => {
    for (const bad of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'HTTPS://',
      'http://a b',
      '去官网看',
      'mailto:',
      'vbscript:x',
      'https:/\u200b/x.cn',
      '\\\\server\\share',
    ])
      expect(parseCustomValue(shapeOf('link'), bad)).toEqual({ problem: 'link' })
    expect(stored('link', 'example.com')?.value).toBe('https://example.com')
  })

  it('orders numbers by size and not by their digits', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const [left, right] = [stored('number', String(a)), stored('number', String(b))]
        if (left && right)
          expect(Math.sign(compareCustomValues(shapeOf('number'), left, right))).toBe(
            Math.sign(a - b),
          )
      }),
    )
  })
})

describe('decimals', () => {
  it('are read back exactly from what they were written as', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const number = value === 0 ? 0 : value
        expect(parseDecimal(formatDecimal(number, digits), digits)).toBe(number)
      }),
    )
  })

  it('are never rounded and never inexact', () => {
    for (const text of [
      '1.234',
      '99999999999999999',
      '1,23',
      '1.2.3',
      '',
      '-',
      '.',
      '12a',
      '1e5',
      '0x10',
    ])
      expect(parseDecimal(text, 2), text).toBeNull()
    expect(parseDecimal('3.50001万', 2)).toBe(3_500_010)
    expect(parseDecimal('1.2300', 2)).toBe(123)
  })
})

describe('changing the type', () => {
  it('comes back from text as it was, for every type', () => {
    fc.assert(
      fc.property(typedIn, languages, ({ type, text }, language) => {
        const value = stored(type, text)
        if (value === null || value.value.includes('k3')) return
        const asText = convertValue(shapeOf(type), value.value, shapeOf('text'), language)
        expect(asText).not.toBeNull()
        expect(convertValue(shapeOf('text'), asText?.value ?? '', shapeOf(type), language)).toEqual(
          value,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('never changes what a number, amount or date is', () => {
    const exact = fc.constantFrom('number', 'money', 'date', 'yes-no' as const)
    fc.assert(
      fc.property(exact, exact, (from, to) => {
        fc.assert(
          fc.property(typed[from], (text) => {
            const value = stored(from, text)
            if (value === null) return
            const there = convertValue(shapeOf(from), value.value, shapeOf(to), 'en')
            const back = there && convertValue(shapeOf(to), there.value, shapeOf(from), 'en')
            if (back) expect(back).toEqual(value)
          }),
          { numRuns: 40 },
        )
      }),
    )
  })

  it('takes one of several for a choice, and refuses two', () => {
    const [one, many] = [shapeOf('choice'), shapeOf('multi-choice')]
    expect(convertValue(one, 'k1', many, 'en')?.value).toBe('k1')
    expect(convertValue(many, 'k1', one, 'en')?.value).toBe('k1')
    expect(convertValue(many, 'k0\nk1', one, 'en')).toBeNull()
  })

  it('makes choices out of the words that are there, the most frequent first', () => {
    let made = 0
    const counts = [
      { value: '华南', count: 2 },
      { value: '华东', count: 9 },
      { value: ' 华南', count: 8 },
      { value: 'x'.repeat(51), count: 50 },
    ]
    const result = optionsUnder(shapeOf('text'), 'choice', counts, 'en', () => `n${(made += 1)}`)
    expect(result).toEqual([
      { key: 'n1', label: '华南' },
      { key: 'n2', label: '华东' },
    ])
    const parts = [
      { value: '红、蓝', count: 1 },
      { value: '蓝', count: 1 },
    ]
    const several = optionsUnder(
      shapeOf('text'),
      'multi-choice',
      parts,
      'en',
      () => `n${(made += 1)}`,
    )
    expect(several.map(({ label }) => label)).toEqual(['蓝', '红'])
  })

  it('counts customers and shows what is refused first', () => {
    const counts = [
      { value: '2024-05-01', count: 12 },
      { value: '去年年底', count: 3 },
    ]
    expect(previewChange(shapeOf('text'), shapeOf('date'), counts, 'zh-CN')).toEqual({
      ...{ converted: 12, refused: 3 },
      examples: [
        { from: '去年年底', to: null, count: 3 },
        { from: '2024-05-01', to: '2024-05-01', count: 12 },
      ],
    })
  })

  it('accounts for every value', () => {
    fc.assert(
      fc.property(types, types, fc.array(anything, { maxLength: 30 }), (from, to, texts) => {
        const counts = texts.flatMap((text) => {
          const value = stored(from, text)
          return value ? [{ value: value.value, count: 1 }] : []
        })
        const target = {
          type: to,
          options: optionsUnder(shapeOf(from), to, counts, 'en', () => 'n'),
        }
        const { converted, refused } = previewChange(shapeOf(from), target, counts, 'en')
        expect(converted + refused).toBe(counts.length)
      }),
    )
  })
})
