import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantOf } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { addWorkingHours, isWorkday } from '@shared/core/days/workdays'
import { workingTime } from '@shared/core/days/working-time'
import { describeInZones } from '../../../support/time-zones'

const calendar = makeHolidayCalendar([])
const hour = 3_600_000
const at = (date: string, hours = 0) => instantOf(date, hours * 60)

describeInZones('working time between two instants', () => {
  test('counts nights and leaves weekends and holidays out', () => {
    expect(workingTime(at('2024-05-15', 9), at('2024-05-15', 10), calendar)).toBe(hour)
    expect(workingTime(at('2024-05-15', 9), at('2024-05-16', 9), calendar)).toBe(24 * hour)
    expect(workingTime(at('2024-05-17', 15), at('2024-05-20', 15), calendar)).toBe(24 * hour)
    // Labour Day 2024: 1–5 May off, Saturday 11 May worked.
    expect(workingTime(at('2024-04-30', 18), at('2024-05-06', 9), calendar)).toBe(15 * hour)
    expect(workingTime(at('2024-05-11'), at('2024-05-12'), calendar)).toBe(24 * hour)
  })

  test('is nothing on days off, and nothing backwards', () => {
    expect(workingTime(at('2024-05-18', 8), at('2024-05-19', 20), calendar)).toBe(0)
    expect(workingTime(at('2024-05-16', 9), at('2024-05-15', 9), calendar)).toBe(0)
  })

  test('a day on which summer time begins or ends is as long as any other', () => {
    // 10 March 2024 and 31 March 2024 are Sundays: listed as worked so that they count.
    for (const date of ['2024-03-10', '2024-03-31', '2024-10-27', '2024-11-03']) {
      const worked = makeHolidayCalendar([{ date, name: '补班', kind: 'work' }])
      expect(workingTime(at(date), at(addDays(date, 1)), worked)).toBe(24 * hour)
    }
  })

  test('is what addWorkingHours added', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 400 }),
        (day, hours, length) => {
          const date = addDays('2024-01-02', day)
          fc.pre(isWorkday(date, calendar))
          const from = at(date, hours)
          const end = addWorkingHours(from, length, calendar)
          // The hour that summer time skips moves the end by as much.
          const gap = Math.abs(workingTime(from, end, calendar) - length * hour)
          expect(gap).toBeLessThanOrEqual(hour)
          if (process.env.TZ === 'Asia/Shanghai') expect(gap).toBe(0)
        },
      ),
      { numRuns: 200 },
    )
  })
})
