import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysFromTo } from '@shared/core/days/day-arithmetic'
import { fromLunar, leapMonthOf, toLunar } from '@shared/core/lunar/lunar'
import { nextLunarBirthday } from '@shared/core/lunar/lunar-birthday'
import { lunarName } from '@shared/core/lunar/lunar-names'
import { qingmingOf } from '@shared/core/lunar/qingming'

const days = fc.integer({ min: 0, max: 73_414 }).map((count) => addDays('1900-01-01', count))
const plain = (year: number, month: number, day: number) =>
  fromLunar({ year, month, day, isLeap: false })

describe('the lunar calendar', () => {
  test.each([
    [1900, '1900-01-31'],
    [1949, '1949-01-29'],
    [1985, '1985-02-20'],
    [2000, '2000-02-05'],
    [2012, '2012-01-23'],
    [2019, '2019-02-05'],
    [2020, '2020-01-25'],
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-03'],
    [2033, '2033-01-31'],
    [2034, '2034-02-19'],
    [2050, '2050-01-23'],
    [2100, '2100-02-09'],
  ])('Spring Festival of %i is %s', (year, date) => {
    expect(plain(year, 1, 1)).toBe(date)
    expect(toLunar(date)).toEqual({ year, month: 1, day: 1, isLeap: false })
  })

  test.each([
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2024, 0],
    [2025, 6],
    [2028, 5],
    [2031, 3],
    [2033, 11],
  ])('%i has leap month %i', (year, month) => {
    expect(leapMonthOf(year)).toBe(month)
  })

  test.each([
    ['2024-09-17', '八月十五'],
    ['2026-06-19', '五月初五'],
    ['2025-07-25', '闰六月初一'],
    ['2023-03-22', '闰二月初一'],
    ['2026-02-16', '腊月廿九'],
    ['2024-02-09', '腊月三十'],
    ['2033-12-22', '闰十一月初一'],
    ['2026-02-10', '腊月廿三'],
    ['2012-08-17', '七月初一'],
    ['2018-11-08', '十月初一'],
  ])('%s is %s', (date, name) => {
    const lunar = toLunar(date)
    expect(lunar && lunarName(lunar).replace('冬月', '十一月')).toBe(name)
  })

  test('every date from 1900 to 2100 has one lunar day that leads back to it', () => {
    fc.assert(
      fc.property(days, (date) => {
        const lunar = toLunar(date)
        expect(lunar).not.toBeNull()
        if (lunar) expect(fromLunar(lunar)).toBe(date)
      }),
      { numRuns: 1000 },
    )
  })

  test('lunar days follow one another without a gap over all years', () => {
    let before = toLunar('1900-01-01')
    for (let date = '1900-01-02'; date <= '2101-01-28'; date = addDays(date, 1)) {
      const lunar = toLunar(date)
      const follows =
        lunar && before && (lunar.day === before.day + 1 || (lunar.day === 1 && before.day >= 29))
      if (!follows) expect.fail(`${date} does not follow the day before`)
      before = lunar
    }
    expect(toLunar('2101-01-29')).toBeNull()
    expect(toLunar('1899-02-09')).toBeNull()
  })

  test('it agrees with ICU but for eleven months in which ICU is wrong', () => {
    // ICU puts Spring Festival 2027 on 7 February and that of 2030 on 2 February; the observatories say the 6th and the 3rd.
    const icu = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    const firstDays = new Set<string>()
    for (let year = 1900; year <= 2100; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const date = plain(year, month, 1) ?? ''
        const parts = icu.formatToParts(Date.parse(date))
        const told = parts
          .flatMap(({ type, value }) => (type === 'literal' ? [] : [value]))
          .join('-')
        if (told !== `${month}-1`) firstDays.add(date)
      }
    }
    expect([...firstDays].every((date) => wrongInIcu.has(date))).toBe(true)
    expect(firstDays.size).toBeLessThanOrEqual(wrongInIcu.size)
  })

  test('days that a lunar year does not have lead nowhere', () => {
    expect(fromLunar({ year: 2024, month: 2, day: 1, isLeap: true })).toBeNull()
    expect(plain(2026, 12, 31)).toBeNull()
    expect(plain(2025, 12, 30)).toBeNull()
    expect(plain(2101, 1, 1)).toBeNull()
  })
})

const wrongInIcu = new Set([
  '1917-04-21',
  '1922-07-24',
  '1954-02-03',
  '1955-02-22',
  '1987-08-24',
  '1999-01-17',
  '2012-08-17',
  '2018-11-08',
  '2027-02-06',
  '2030-02-03',
  '2070-03-12',
])

describe('a lunar birthday', () => {
  test.each([
    // [month, day, leap, from, next]
    [8, 15, false, '2026-01-01', '2026-09-25'],
    [8, 15, false, '2026-09-25', '2026-09-25'],
    [8, 15, false, '2026-09-26', '2027-09-15'],
    [1, 1, false, '2026-02-18', '2027-02-06'],
    [12, 30, false, '2026-01-01', '2026-02-16'],
    [12, 30, false, '2024-01-01', '2024-02-09'],
    [2, 10, true, '2023-01-01', '2023-03-31'],
    [2, 10, true, '2024-01-01', '2024-03-19'],
    [6, 1, true, '2025-07-01', '2025-07-25'],
    [6, 1, false, '2025-07-01', '2026-07-14'],
    [11, 29, false, '2027-01-01', '2027-01-06'],
  ])('%i/%i (leap: %s) is celebrated next from %s on at %s', (month, day, leap, from, next) => {
    expect(nextLunarBirthday(month, day, leap, from)).toBe(next)
  })

  test('comes within thirteen months, whatever the day', () => {
    const month = fc.integer({ min: 1, max: 12 })
    const day = fc.integer({ min: 1, max: 30 })
    const from = days.filter((date) => date < '2099-01-01')
    fc.assert(
      fc.property(month, day, fc.boolean(), from, (month, day, isLeap, from) => {
        const next = nextLunarBirthday(month, day, isLeap, from)
        expect(next).not.toBeNull()
        expect(daysFromTo(from, next ?? '')).toBeGreaterThanOrEqual(0)
        expect(daysFromTo(from, next ?? '')).toBeLessThan(415)
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  [1900, '1900-04-05'],
  [1999, '1999-04-05'],
  [2024, '2024-04-04'],
  [2026, '2026-04-05'],
  [2027, '2027-04-05'],
  [2100, '2100-04-05'],
  [2101, null],
])('Qingming of %i is %s', (year, date) => {
  expect(qingmingOf(year)).toBe(date)
})
