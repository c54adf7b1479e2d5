import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { isWorkday } from '@shared/core/days/workdays'
import {
  dueDay,
  firstDayInTime,
  proposeDay,
  spreadVisits,
} from '@shared/features/cadence/cadence.rules'
import { cadenceSettings, type Rhythm, rhythmUnits } from '@shared/features/cadence/cadence.schema'

const calendar = makeHolidayCalendar([])
const weekly: Rhythm = { every: 1, unit: 'week' }
const monthly: Rhythm = { every: 1, unit: 'month' }
const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2023-01-01', count))
const rhythms = fc.record({
  every: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom(...rhythmUnits),
})

describe('the day on which a visit is due', () => {
  test('is a rhythm after the last contact (R065)', () => {
    expect(dueDay('2024-05-15', weekly, calendar)).toBe('2024-05-22')
    expect(dueDay('2024-05-15', { every: 10, unit: 'day' }, calendar)).toBe('2024-05-27')
    expect(dueDay('2024-05-15', monthly, calendar)).toBe('2024-06-17')
  })

  test('of a month that is too short is its last working day or the next one', () => {
    expect(dueDay('2024-01-31', monthly, calendar)).toBe('2024-02-29')
    expect(dueDay('2023-01-31', monthly, calendar)).toBe('2023-02-28')
    expect(dueDay('2024-05-31', { every: 6, unit: 'month' }, calendar)).toBe('2024-12-02')
  })

  test('moves behind a holiday and keeps a worked weekend', () => {
    // National Day 2024: 1–7 October off; Sunday 29 September worked.
    expect(dueDay('2024-09-24', weekly, calendar)).toBe('2024-10-08')
    expect(dueDay('2024-09-22', weekly, calendar)).toBe('2024-09-29')
  })
})

describe('the proposed visit', () => {
  const propose = (from: string, today: string, rhythm = weekly) =>
    proposeDay({ from, today }, rhythm, calendar)

  test('counts from the last contact while that lies ahead', () => {
    expect(propose('2024-05-15', '2024-05-16')).toBe('2024-05-22')
  })

  test('is tomorrow when it is due already, and after a weekend the Monday', () => {
    expect(propose('2024-05-01', '2024-05-15')).toBe('2024-05-16')
    expect(propose('2024-05-08', '2024-05-15')).toBe('2024-05-16')
    expect(propose('2024-05-01', '2024-05-17')).toBe('2024-05-20')
  })

  test('lies behind today, on a working day, whatever the rhythm', () => {
    fc.assert(
      fc.property(days, days, rhythms, (from, today, rhythm) => {
        const day = propose(from, today, rhythm)
        expect(day > today).toBe(true)
        expect(isWorkday(day, calendar)).toBe(true)
      }),
    )
  })
})

describe('the first day of contact that is in time', () => {
  test.each([
    ['2024-05-15', weekly, '2024-05-08'],
    // What was due on the weekend is due on Monday, so on Monday nobody of those days is late.
    ['2024-05-20', weekly, '2024-05-11'],
    ['2024-05-21', weekly, '2024-05-14'],
    ['2024-03-29', monthly, '2024-02-29'],
    ['2024-04-30', monthly, '2024-03-30'],
  ])('on %s it is %s → %s', (today, rhythm, first) => {
    expect(firstDayInTime(today, rhythm, calendar)).toBe(first)
  })

  test('parts the late ones from the others, day by day', () => {
    fc.assert(
      fc.property(days, days, rhythms, (contact, today, rhythm) => {
        const isLate = dueDay(contact, rhythm, calendar) < today
        expect(contact < firstDayInTime(today, rhythm, calendar)).toBe(isLate)
      }),
    )
  })
})

describe('visits spread over working days', () => {
  test('fill a day before the next one, weekends and holidays left out', () => {
    expect(spreadVisits(5, { first: '2024-05-17', perDay: 2 }, calendar)).toEqual([
      ...['2024-05-17', '2024-05-17', '2024-05-20', '2024-05-20', '2024-05-21'],
    ])
    expect(spreadVisits(2, { first: '2024-09-30', perDay: 1 }, calendar)).toEqual([
      ...['2024-09-30', '2024-10-08'],
    ])
  })

  test('begin on the next working day, and none are none', () => {
    expect(spreadVisits(1, { first: '2024-05-18', perDay: 9 }, calendar)).toEqual(['2024-05-20'])
    expect(spreadVisits(0, { first: '2024-05-18', perDay: 9 }, calendar)).toEqual([])
  })
})

test('until somebody sets others, 高价值 is visited weekly and 普通 monthly (R065)', () => {
  const { high, normal } = cadenceSettings.parse({})
  expect([high, normal]).toEqual([weekly, monthly])
})
