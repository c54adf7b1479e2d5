import { expect, test } from 'vitest'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import {
  countOverdue,
  dueOf,
  knownCauses,
  readClock,
} from '@shared/features/deadlines/deadlines.rules'
import { deadlineSettings } from '@shared/features/deadlines/deadlines.schema'
import { describeInZones } from '../../support/time-zones'

const calendar = makeHolidayCalendar([])
const byClock = deadlineSettings.parse({})
const byWorkdays = deadlineSettings.parse({ mode: 'workdays' })
const at = (date: string, hours = 0) => instantOf(date, hours * 60)
const hour = 3_600_000

describeInZones('until when a profile has to be up to date', () => {
  test('24 hours are the same time tomorrow, weekend or not (R057)', () => {
    expect(dueOf(at('2024-05-17', 15), byClock, calendar)).toBe(at('2024-05-18', 15))
  })

  test('24 hours over the change of summer time end at the same time by the clock', () => {
    for (const date of ['2024-03-09', '2024-03-30', '2024-10-26', '2024-11-02'])
      expect(new Date(dueOf(at(date, 15), byClock, calendar)).getHours()).toBe(15)
  })

  test('one working day ends with the next day that is worked (R058, D5)', () => {
    expect(dueOf(at('2024-05-15', 10), byWorkdays, calendar)).toBe(at('2024-05-17'))
    expect(dueOf(at('2024-05-17', 15), byWorkdays, calendar)).toBe(at('2024-05-21'))
    // 30 September 2024 is a Monday before National Day, 8 October the next working day.
    expect(dueOf(at('2024-09-30', 18), byWorkdays, calendar)).toBe(at('2024-10-09'))
    // Sunday 29 September 2024 is worked.
    expect(dueOf(at('2024-09-28', 9), byWorkdays, calendar)).toBe(at('2024-09-30'))
    expect(dueOf(at('2024-12-31', 9), byWorkdays, calendar)).toBe(at('2025-01-03'))
  })
})

test('a cause is known to those who may see what it is about (R084)', () => {
  expect(knownCauses('owner', 'other')).toHaveLength(5)
  expect(knownCauses('sales', 'own')).toHaveLength(5)
  expect(knownCauses('sales', 'pool')).toEqual(['contact'])
  expect(knownCauses('marketing', 'other')).toEqual(['contact'])
  expect(knownCauses('finance', 'other')).toEqual([])
  expect(knownCauses('viewer', 'other')).toHaveLength(5)
})

test.each([
  [3 * hour, { overdue: false, unit: 'hour', count: 3 }],
  [2.2 * hour, { overdue: false, unit: 'hour', count: 3 }],
  [hour, { overdue: false, unit: 'minute', count: 60 }],
  [1, { overdue: false, unit: 'minute', count: 1 }],
  [0, { overdue: true, unit: 'minute', count: 0 }],
  [-hour, { overdue: true, unit: 'hour', count: 1 }],
  [-59 * 60_000, { overdue: true, unit: 'minute', count: 59 }],
  [-47.9 * hour, { overdue: true, unit: 'hour', count: 47 }],
  [-48 * hour, { overdue: true, unit: 'day', count: 2 }],
  [49 * hour, { overdue: false, unit: 'day', count: 3 }],
])('a clock with %i ms left reads %o', (left, reading) => {
  expect(readClock(1_700_000_000_000 + left, 1_700_000_000_000)).toEqual(reading)
})

const first = [{ dueAt: 100 }, { dueAt: 200 }, { dueAt: 300 }]

test('how many clocks ran out grows with the moment, though they were counted before it', () => {
  expect([99, 100, 250, 300].map((now) => countOverdue(0, first, now))).toEqual([0, 1, 2, 3])
})

test('it is never less than what was counted, also beyond the first ones', () => {
  expect(countOverdue(12, first, 300)).toBe(12)
})
