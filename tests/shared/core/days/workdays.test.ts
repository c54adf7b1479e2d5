import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonthsTo,
  daysFromTo,
  instantOf,
  lastDayOfMonth,
  makeDate,
  minutesOf,
  mondayOf,
  weekdayOf,
} from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import {
  addWorkdays,
  addWorkingHours,
  dayOff,
  deadlineOf,
  isWorkday,
  nextWorkday,
  previousWorkday,
} from '@shared/core/days/workdays'
import { toIsoDate } from '@shared/core/dates'
import { describeInZones } from '../../../support/time-zones'

const calendar = makeHolidayCalendar([])
const dates = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays('1900-01-01', days))

describe('calendar dates', () => {
  test('days are counted over month ends, leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysFromTo('2024-02-28', '2024-03-01')).toBe(2)
    expect(lastDayOfMonth('2100-02-03')).toBe('2100-02-28')
    expect(weekdayOf('2026-11-27')).toBe(5)
    expect(weekdayOf('1900-01-01')).toBe(1)
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
    expect(addMonthsTo('2024-05-31', -3)).toBe('2024-02-29')
    expect(addMonthsTo('2024-01-15', -13)).toBe('2022-12-15')
  })

  test('only dates of the calendar are made', () => {
    expect(makeDate(2024, 2, 29)).toBe('2024-02-29')
    expect([makeDate(2023, 2, 29), makeDate(2024, 13, 1), makeDate(2024, 1, 0)]).toEqual([
      null,
      null,
      null,
    ])
    expect([makeDate(1899, 1, 1), makeDate(2024, 1.5, 1)]).toEqual([null, null])
  })

  test('adding and counting days undo each other', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        const there = addDays(date, days)
        expect(daysFromTo(date, there)).toBe(days)
        expect((((weekdayOf(there) - weekdayOf(date) - days) % 7) + 7) % 7).toBe(0)
      }),
    )
  })
})

describe('days off (R058)', () => {
  test.each([
    ['2026-01-04', null],
    ['2026-02-14', null],
    ['2026-02-16', '春节'],
    ['2026-02-23', '春节'],
    ['2026-02-28', null],
    ['2026-10-10', null],
    ['2026-10-11', undefined],
    ['2025-10-08', '国庆节'],
    ['2025-10-11', null],
    ['2024-05-11', null],
    ['2024-06-10', '端午节'],
    ['2026-11-27', null],
    ['2026-11-28', undefined],
  ])('%s is a day off by the name of %s', (date, name) => {
    const off = dayOff(date, calendar)
    expect(isWorkday(date, calendar)).toBe(off === null)
    if (name === null) expect(off).toBeNull()
    else expect(off).toEqual({ name: name ?? null, estimated: false })
  })

  test('each year that is bundled has as many days as its notice says', () => {
    const count = (year: number, kind: 'off' | 'work') =>
      Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter(
        (date) => date.startsWith(`${year}`) && calendar.find(date)?.kind === kind,
      ).length
    expect([count(2024, 'off'), count(2024, 'work')]).toEqual([28, 8])
    expect([count(2025, 'off'), count(2025, 'work')]).toEqual([28, 5])
    expect([count(2026, 'off'), count(2026, 'work')]).toEqual([33, 6])
  })

  test('worked days of a notice are Saturdays and Sundays', () => {
    for (let date = '2024-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
      if (calendar.find(date)?.kind === 'work') expect([0, 6]).toContain(weekdayOf(date))
    }
  })

  test('a year that no notice tells has the thirteen days of the law, marked as estimated', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays('2027-01-01', index))
      .map((date) => calendar.find(date))
      .filter((holiday) => holiday !== null)
    expect(days.map(({ date }) => date)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
    expect(days.every(({ estimated }) => estimated)).toBe(true)
    expect(dayOff('2027-10-01', calendar)).toEqual({ name: '国庆节', estimated: true })
  })

  test('a day that the business lists wins, and leaves the rest of its year estimated', () => {
    const own = makeHolidayCalendar([
      { date: '2026-11-27', name: '厂庆', kind: 'off' },
      { date: '2026-10-01', name: '值班', kind: 'work' },
      { date: '2027-03-01', name: '盘点', kind: 'off' },
    ])
    expect(dayOff('2026-11-27', own)).toEqual({ name: '厂庆', estimated: false })
    expect(isWorkday('2026-10-01', own)).toBe(true)
    expect(dayOff('2027-03-01', own)?.name).toBe('盘点')
    expect(dayOff('2027-10-01', own)?.estimated).toBe(true)
  })

  test('a notice that is imported ends the estimates of its year', () => {
    const own = makeHolidayCalendar([{ date: '2027-10-01', name: '国庆节', kind: 'off' }])
    expect(own.find('2027-10-01')?.estimated).toBe(false)
    expect(own.find('2027-05-01')).toBeNull()
  })
})

describe('working days are counted (R058)', () => {
  test.each([
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-27', 0, '2026-11-27'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-08', 2, '2026-10-10'],
    ['2026-10-08', 3, '2026-10-12'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-11-27', 10, '2026-12-11'],
  ])('%s and %i working days is %s', (from, days, to) => {
    expect(addWorkdays(from, days, calendar)).toBe(to)
  })

  test('the working day before and after a break', () => {
    expect(nextWorkday('2026-10-01', calendar)).toBe('2026-10-08')
    expect(previousWorkday('2026-10-07', calendar)).toBe('2026-09-30')
  })

  test('counting there and back ends on the same working day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 200 }), (date, days) => {
        const start = nextWorkday(date, calendar)
        const there = addWorkdays(start, days, calendar)
        expect(isWorkday(there, calendar)).toBe(true)
        expect(addWorkdays(there, -days, calendar)).toBe(start)
      }),
    )
  })

  test('a list without any working day does not hang', () => {
    const never = {
      find: (date: string) => ({ date, name: '休', kind: 'off', estimated: false }) as const,
    }
    expect(addWorkdays('2026-11-27', 3, never)).toBe('2026-11-30')
  })
})

describeInZones('terms by the clock on the wall', () => {
  const at = (text: string) => new Date(text).getTime()

  test.each([
    ['2026-11-27T15:00', '2026-11-28T15:00'],
    // Summer time begins or ends between: in Berlin on 29 March and 25 October, in New York on 8 March and 1 November.
    ['2026-03-28T15:00', '2026-03-29T15:00'],
    ['2026-10-24T15:00', '2026-10-25T15:00'],
    ['2026-03-07T15:00', '2026-03-08T15:00'],
    ['2026-10-31T15:00', '2026-11-01T15:00'],
  ])('24 hours from %s end at %s', (from, to) => {
    expect(deadlineOf(at(from), { hours: 24 }, calendar)).toBe(at(to))
  })

  test.each([
    ['2026-11-27T15:00', 1, '2026-12-01T00:00'],
    ['2026-11-28T09:00', 1, '2026-12-01T00:00'],
    ['2026-11-26T23:59', 1, '2026-11-28T00:00'],
    ['2026-03-27T10:00', 2, '2026-04-01T00:00'],
    ['2026-10-23T10:00', 1, '2026-10-27T00:00'],
    ['2026-03-06T10:00', 1, '2026-03-10T00:00'],
  ])('from %s on, %i working days end at %s', (from, workdays, to) => {
    expect(deadlineOf(at(from), { workdays }, calendar)).toBe(at(to))
  })

  test.each([
    ['2026-11-27T15:00', 24, '2026-11-30T15:00'],
    ['2026-11-28T15:00', 24, '2026-12-01T00:00'],
    ['2026-11-27T20:30', 8, '2026-11-30T04:30'],
    ['2026-03-27T15:00', 24, '2026-03-30T15:00'],
    ['2026-11-27T15:00:30.250', 1, '2026-11-27T16:00:30.250'],
    ['2026-09-30T18:00', 48, '2026-10-09T18:00'],
  ])('%s and %i working hours is %s', (from, hours, to) => {
    expect(addWorkingHours(at(from), hours, calendar)).toBe(at(to))
  })

  test('a date and its minutes are the instant that shows them', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
        const instant = instantOf(date, minutes)
        // Only a time that a change of the clock leaves out shows as another one, later on.
        if (minutesOf(instant) !== minutes || toIsoDate(instant) !== date) {
          const left = new Date(instant - 5_400_000).getTimezoneOffset()
          expect(left).not.toBe(new Date(instant).getTimezoneOffset())
        }
      }),
    )
  })
})
