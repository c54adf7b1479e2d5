import fc from 'fast-check'
import { RRule } from 'rrule'
import { describe, expect, test } from 'vitest'
import { addDays } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { isWorkday } from '@shared/core/days/workdays'
import {
  leavesOutShortMonths,
  listOccurrences,
  nextOccurrence,
  recurrenceParts,
} from '@shared/features/tasks/recurrence.rules'
import { recurrence, type Recurrence } from '@shared/features/tasks/recurrence.schema'
import { fromRRule, toRRule } from '@shared/features/tasks/rrule-text.rules'

const calendar = makeHolidayCalendar([])
const never = { kind: 'never' } as const

const dates = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('2000-01-01', days))
const ends = fc.oneof(
  fc.constant<Recurrence['end']>(never),
  fc.integer({ min: 1, max: 60 }).map((count): Recurrence['end'] => ({ kind: 'count', count })),
  dates.map((date): Recurrence['end'] => ({ kind: 'until', date })),
)
const intervals = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 99 }))
const recurrences: fc.Arbitrary<Recurrence> = fc
  .record({
    freq: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
    interval: intervals,
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    monthDay: fc.oneof(fc.constant(-1), fc.integer({ min: 1, max: 31 })),
    given: fc.boolean(),
    end: ends,
  })
  .map(({ freq, interval, weekdays, monthDay, given, end }) => ({
    freq,
    interval,
    ...(given && freq === 'weekly' && { byWeekday: weekdays }),
    ...(given && freq === 'monthly' && { byMonthDay: monthDay }),
    end,
  }))

const utc = (date: string) => new Date(`${date}T00:00:00Z`)

/** The same asked of the rrule package, in UTC. */
function askLibrary(text: string, start: string, from: string, limit: number): string[] {
  const rule = new RRule({ ...RRule.parseString(text), dtstart: utc(start) })
  const found: string[] = []
  let at = rule.after(utc(from), true)
  while (at && found.length < limit && at.getUTCFullYear() <= 2150) {
    found.push(at.toISOString().slice(0, 10))
    at = rule.after(at)
  }
  return found
}

describe('occurrences', () => {
  test('are those of the rrule package for any recurrence', () => {
    fc.assert(
      fc.property(recurrences, dates, fc.integer({ min: -40, max: 4000 }), (rule, start, days) => {
        const from = addDays(start, days)
        const own = listOccurrences(rule, start, from, '2150-12-31', 6, calendar)
        expect(own).toEqual(askLibrary(toRRule(rule), start, from, 6))
        expect(nextOccurrence(rule, start, addDays(from, -1), calendar)).toBe(
          own[0] ?? nextOccurrence(rule, start, '2150-12-31', calendar),
        )
      }),
      { numRuns: 600 },
    )
  })

  test.each<[string, Recurrence, string, string[]]>([
    [
      'every second week on Monday and Friday',
      { freq: 'weekly', interval: 2, byWeekday: [5, 1], end: never },
      '2026-11-25',
      ['2026-11-27', '2026-12-07', '2026-12-11', '2026-12-21'],
    ],
    [
      'the 31st, where a month has it',
      { freq: 'monthly', interval: 1, byMonthDay: 31, end: never },
      '2026-08-31',
      ['2026-08-31', '2026-10-31', '2026-12-31', '2027-01-31'],
    ],
    [
      'the last day of every month',
      { freq: 'monthly', interval: 1, byMonthDay: -1, end: never },
      '2026-11-30',
      ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'],
    ],
    [
      'every quarter on the day of the start',
      { freq: 'monthly', interval: 3, end: never },
      '2026-11-27',
      ['2026-11-27', '2027-02-27', '2027-05-27', '2027-08-27'],
    ],
    [
      '29 February',
      { freq: 'yearly', interval: 1, end: never },
      '2024-02-29',
      ['2024-02-29', '2028-02-29', '2032-02-29', '2036-02-29'],
    ],
    [
      'three times',
      { freq: 'daily', interval: 3, end: { kind: 'count', count: 3 } },
      '2026-12-30',
      ['2026-12-30', '2027-01-02', '2027-01-05'],
    ],
    [
      'until a date, which is included',
      { freq: 'weekly', interval: 1, end: { kind: 'until', date: '2026-12-11' } },
      '2026-11-27',
      ['2026-11-27', '2026-12-04', '2026-12-11'],
    ],
  ])('%s', (_, rule, start, expected) => {
    expect(listOccurrences(rule, start, start, '2100-01-01', 4, calendar)).toEqual(expected)
  })

  test('moved off days off are working days, in order and each once', () => {
    const everyDay: Recurrence = { freq: 'daily', interval: 1, end: never, skipDaysOff: true }
    expect(
      listOccurrences(everyDay, '2026-09-30', '2026-09-30', '2026-10-12', 9, calendar),
    ).toEqual(['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'])
    const first: Recurrence = { ...everyDay, freq: 'monthly', byMonthDay: 1 }
    expect(nextOccurrence(first, '2026-09-01', '2026-09-30', calendar)).toBe('2026-10-08')
    fc.assert(
      fc.property(recurrences, dates, (rule, start) => {
        const moved = listOccurrences(
          { ...rule, skipDaysOff: true },
          start,
          start,
          '2150-12-31',
          8,
          calendar,
        )
        expect(moved.every((date) => isWorkday(date, calendar))).toBe(true)
        expect(moved).toEqual([...new Set(moved)].sort())
      }),
      { numRuns: 300 },
    )
  })

  test('an impossible one has none and does not hang', () => {
    const rule: Recurrence = { freq: 'monthly', interval: 12, byMonthDay: 31, end: never }
    expect(nextOccurrence(rule, '2026-02-01', '2026-02-01', calendar)).toBeNull()
    expect(listOccurrences(rule, '2026-01-01', '2026-01-01', '2030-01-01', 0, calendar)).toEqual([])
  })

  test('of ten thousand each has its next date after the one asked for, or none', () => {
    const rules = fc.sample(fc.tuple(recurrences, dates), { numRuns: 10_000, seed: 6 })
    const nexts = rules.map(([rule, start]) => nextOccurrence(rule, start, '2090-01-01', calendar))
    expect(nexts.filter((next) => next !== null && next <= '2090-01-01')).toEqual([])
  })

  test('what a short month leaves out can be said', () => {
    const monthly: Recurrence = { freq: 'monthly', interval: 1, end: never }
    expect(leavesOutShortMonths(monthly, '2026-01-31')).toBe(true)
    expect(leavesOutShortMonths({ ...monthly, byMonthDay: -1 }, '2026-01-31')).toBe(false)
    expect(leavesOutShortMonths({ ...monthly, freq: 'yearly' }, '2024-02-29')).toBe(true)
  })
})

test('the parts of its sentence are complete, with what the start decides', () => {
  const parts = recurrenceParts({ freq: 'weekly', interval: 2, end: never }, '2026-11-27')
  expect(parts).toMatchObject({ interval: 2, weekdays: [5], monthDay: null, skipDaysOff: false })
  const sunday: Recurrence = { freq: 'weekly', interval: 1, byWeekday: [0, 6, 1], end: never }
  expect(recurrenceParts(sunday, '2026-11-27').weekdays).toEqual([1, 6, 0])
  const monthly: Recurrence = { freq: 'monthly', interval: 1, end: never, skipDaysOff: true }
  expect(recurrenceParts(monthly, '2026-01-31')).toMatchObject({
    weekdays: [],
    monthDay: 31,
    month: null,
    skipDaysOff: true,
    leavesOutShortMonths: true,
  })
  const yearly: Recurrence = { freq: 'yearly', interval: 1, end: never }
  expect(recurrenceParts(yearly, '2026-03-05')).toMatchObject({ monthDay: 5, month: 3 })
})

describe('RRULE', () => {
  test('is written and read back the same', () => {
    fc.assert(
      fc.property(recurrences, (rule) => {
        const back = fromRRule(toRRule(rule))
        const sorted = (days: readonly number[] = []) => [...days].sort()
        expect({ ...back, byWeekday: sorted(back?.byWeekday) }).toEqual({
          ...rule,
          byWeekday: sorted(rule.byWeekday),
        })
        expect(recurrence.safeParse(rule).success).toBe(true)
      }),
    )
  })

  test.each<[string, Recurrence]>([
    ['RRULE:FREQ=DAILY', { freq: 'daily', interval: 1, end: never }],
    [
      'FREQ=WEEKLY;WKST=SU;BYDAY=FR,MO',
      { freq: 'weekly', interval: 1, byWeekday: [1, 5], end: never },
    ],
    [
      'freq=monthly;bymonthday=-1;until=20261231T235959Z',
      { freq: 'monthly', interval: 1, byMonthDay: -1, end: { kind: 'until', date: '2026-12-31' } },
    ],
  ])('%s is read', (text, rule) => {
    expect(fromRRule(text)).toEqual(rule)
  })

  test.each([
    '',
    'FREQ=HOURLY',
    'FREQ=MONTHLY;BYDAY=3FR',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    'FREQ=WEEKLY;BYDAY=MO,MO',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=2;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20260231',
    'FREQ=DAILY;INTERVAL=100',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=YEARLY;BYMONTH=1',
    'FREQ=DAILY;BYSETPOS=1',
    'FREQ',
  ])('%j is more than the model says', (text) => {
    expect(fromRRule(text)).toBeNull()
  })

  test('any text is read or refused', () => {
    fc.assert(fc.property(fc.string(), (text) => void fromRRule(text)))
  })
})
