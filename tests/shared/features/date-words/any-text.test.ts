import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeDate, partsOf } from '@shared/core/days/day-arithmetic'
import { foldTyped } from '@shared/features/date-words/fold-typed.rules'
import { parseDateWords, readDateWords } from '@shared/features/date-words/read-date-words.rules'
import { growth, quadratic } from '../../../support/growth'
import { written } from './phrase-table'

const nows = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) })
/** Pieces that dates are made of, so that they meet in every order. */
const piece = fc.constantFrom(
  ...'今明后大下上本这个周星期礼拜一二三四五六日天末月底初中年前后号点半刻分小时工作日个 ,，:-/.（）'.split(
    '',
  ),
  ...'12 3 31 2026 0 99 十 廿 两 半 下午 晚上 春节 国庆 节后 腊月 初五 元旦 农历 闰 每'.split(' '),
  ...'tomorrow next Friday in days week at 3pm noon Dec end of month 1/2 ago'.split(' '),
)
const texts = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

describe('any text', () => {
  test('gives real dates in places within it that follow one another', () => {
    let found = 0
    fc.assert(
      fc.property(texts, nows, (text, now) => {
        let end = 0
        for (const { from, to, source, date, time, dayOff, nextWorkday } of readDateWords(
          text,
          now,
        )) {
          found += 1
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(source).toBe(text.slice(from, to))
          const { year, month, day } = partsOf(date)
          expect(makeDate(year, month, day)).toBe(date)
          if (time !== null) expect(time >= 0 && time < 1440).toBe(true)
          expect(nextWorkday === null).toBe(dayOff === null)
          end = to
        }
        parseDateWords(text, now)
      }),
      { numRuns: 1500 },
    )
    expect(found).toBeGreaterThan(500)
  })

  test('keeps its places when it is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldTyped(text)).toHaveLength(text.length)
      }),
    )
  })

  test('of a whole document is found throughout', () => {
    const text =
      '客户说下周三下午3点来，12月8日交货。Call 13812345678 in 2 weeks, ratio 1.5. '.repeat(400)
    expect(readDateWords(text, Date.UTC(2026, 10, 27)).length).toBeGreaterThan(500)
  })

  test.each(['1', '十', '1-', 'a1-'])(
    'four times as much of %s takes no more than its share',
    (piece) => {
      const read = (times: number) => readDateWords(piece.repeat(times), Date.UTC(2026, 10, 27))
      expect(growth(read, 5000)).toBeLessThan(quadratic)
    },
  )
})

describe('a date that is written out', () => {
  const dates = fc
    .record({
      year: fc.integer({ min: 1900, max: 2199 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    .filter(({ year, month, day }) => makeDate(year, month, day) !== null)
  const english =
    'January February March April May June July August September October November December'

  test('is read back the same, in each way of writing', () => {
    fc.assert(
      fc.property(dates, nows, ({ year, month, day }, now) => {
        const date = makeDate(year, month, day)
        const name = english.split(' ')[month - 1] ?? ''
        const ways = [
          `${year}年${month}月${day}日`,
          `${year}/${month}/${day}`,
          `${year}.${month}.${day}`,
          `${date}`,
          ...(year >= 1900
            ? [`${name} ${day}, ${year}`, `${day} ${name.slice(0, 3)} ${year}`]
            : []),
        ]
        for (const way of ways) expect([way, parseDateWords(way, now)?.date]).toEqual([way, date])
      }),
      { numRuns: 500 },
    )
  })

  test('is read back with its time', () => {
    const time = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(dates, time, nows, ({ year, month, day }, minutes, now) => {
        const pad = (value: number) => String(value).padStart(2, '0')
        const clock = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
        const text = `${makeDate(year, month, day)} ${clock}`
        expect(written(parseDateWords(text, now))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})
