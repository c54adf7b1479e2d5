import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan, moneyUnitOf, parseYuan } from '@shared/core/money'

describe('a sum as people write it', () => {
  it.each([
    ['0', 0],
    ['1200', 120_000],
    ['1,200.5', 120_050],
    ['¥ 1,234,567.89', 123_456_789],
    ['３００万', 300_000_000],
    ['300万元', 300_000_000],
    ['1.2亿', 12_000_000_000],
    ['1.23456789亿元', 12_345_678_900],
    ['12.30 元', 1230],
    ['50k', 5_000_000],
    ['3 million', 300_000_000],
    ['1.25bn', 125_000_000_000],
    ['人民币 88 元整', 8800],
  ])('%s is read to the 分', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  it.each([
    '',
    '约 300 万',
    '1.234',
    '12,34',
    '-5',
    '1e3',
    '300-500万',
    '一百',
    '1..2',
    'NaN',
    '$ 300',
  ])('%s is not guessed', (text) => {
    expect(parseYuan(text)).toBeNull()
  })

  it('is refused where it cannot be held exactly', () => {
    expect(parseYuan('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER)
    expect(parseYuan('90071992547409.92')).toBeNull()
    expect(parseYuan('9'.repeat(400))).toBeNull()
  })

  it('takes the unit of its column where it has none itself', () => {
    expect(parseYuan('300', moneyUnitOf('年营收（万元）'))).toBe(300_000_000)
    expect(parseYuan('300元', moneyUnitOf('年营收（万元）'))).toBe(30_000)
    expect(parseYuan('300', moneyUnitOf('年营收'))).toBe(30_000)
    expect(parseYuan('2亿', moneyUnitOf('年营收(万)'))).toBe(20_000_000_000)
  })

  it('comes back from what is shown, to the 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen)
      }),
    )
  })
})
