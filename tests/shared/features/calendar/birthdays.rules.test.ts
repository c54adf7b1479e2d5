import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@shared/core/days/day-arithmetic'
import { toLunar } from '@shared/core/lunar/lunar'
import { nextLunarBirthday } from '@shared/core/lunar/lunar-birthday'
import { fromLunarKey, toLunarKey } from '@shared/core/lunar/lunar-key'
import { ageOn, birthdaysOn, lunarBirthdaysOn } from '@shared/features/calendar/birthdays.rules'

const someDate = fc.integer({ min: 0, max: 365 * 140 }).map((days) => addDays('1950-01-01', days))

describe('birthdays by the sun', () => {
  test('fall on their month and day', () => {
    expect(birthdaysOn('2026-11-09')).toEqual(['11-09'])
  })
  test('of 29 February are kept on the 28th of a common year, and only there', () => {
    expect(birthdaysOn('2027-02-28')).toEqual(['02-28', '02-29'])
    expect(birthdaysOn('2028-02-28')).toEqual(['02-28'])
    expect(birthdaysOn('2028-02-29')).toEqual(['02-29'])
    expect(birthdaysOn('2100-02-28')).toEqual(['02-28', '02-29'])
  })
})

describe('lunar birthdays', () => {
  test('fall on the day of the year that the lunar calendar says', () => {
    expect(lunarBirthdaysOn('2026-09-25')).toContain('08-15')
    expect(lunarBirthdaysOn('2025-10-06')).toContain('08-15')
  })

  test('of a leap month are in the common month where the year has none', () => {
    expect(lunarBirthdaysOn('2025-07-29')).toEqual(['L06-05'])
    expect(lunarBirthdaysOn('2025-06-29')).toEqual(['06-05'])
    expect(lunarBirthdaysOn('2026-07-18')).toEqual(['06-05', 'L06-05'])
  })

  test('of the 30th are on the 29th of a short month', () => {
    const short = Array.from({ length: 400 }, (_, index) => addDays('2026-01-01', index)).find(
      (date) => toLunar(date)?.day === 29 && toLunar(addDays(date, 1))?.day === 1,
    )
    expect(lunarBirthdaysOn(short ?? '')).toEqual(
      expect.arrayContaining([expect.stringMatching(/-29$/), expect.stringMatching(/-30$/)]),
    )
  })

  test('are on the very days of the rule for the next birthday', () => {
    const someLunar = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      isLeap: fc.boolean(),
    })
    fc.assert(
      fc.property(someDate, someLunar, (from, lunar) => {
        const next = nextLunarBirthday(lunar.month, lunar.day, lunar.isLeap, from)
        if (next === null) return
        expect(lunarBirthdaysOn(next)).toContain(toLunarKey(lunar))
      }),
    )
    fc.assert(
      fc.property(someDate, (date) => {
        for (const key of lunarBirthdaysOn(date)) {
          const lunar = fromLunarKey(key)
          if (!lunar) throw new Error('no key')
          expect(nextLunarBirthday(lunar.month, lunar.day, lunar.isLeap, date)).toBe(date)
        }
      }),
    )
  })

  test('are stored in one way and read back', () => {
    expect(toLunarKey({ month: 6, day: 5, isLeap: true })).toBe('L06-05')
    expect(fromLunarKey('L06-05')).toEqual({ month: 6, day: 5, isLeap: true })
    for (const wrong of ['', '8-15', '13-01', '08-31', '08-00', 'l08-15', '08-15 '])
      expect(fromLunarKey(wrong)).toBeNull()
  })
})

describe('how old somebody becomes', () => {
  test('is counted in years of the calendar by which the birthday is kept', () => {
    expect(ageOn('1990-03-07', '2026-03-07', false)).toBe(36)
    // Born in the last lunar month of 1989, which ends in January 1990.
    expect(ageOn('1990-01-20', '2026-02-10', true)).toBe(36)
    expect(ageOn('2026-05-01', '2025-05-01', false)).toBeNull()
  })
})
