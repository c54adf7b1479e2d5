import { describe, expect, test } from 'vitest'
import { toIsoDate } from '@shared/core/dates'
import { minutesOf } from '@shared/core/days/day-arithmetic'
import {
  groupOf,
  isWholeDay,
  movedTo,
  snoozeDates,
  todayBounds,
} from '@shared/features/today/today.rules'
import { describeInZones } from '../../../support/time-zones'

const at = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime()
const open = (instant: number | null) => ({ at: instant, isWaiting: false })

describeInZones('the groups of the board', () => {
  test('are before today, today, the rest of the week, and none beyond', () => {
    const now = at(2026, 11, 18, 10, 30) // a Wednesday
    expect(groupOf(open(at(2026, 11, 17, 23, 59)), now)).toBe('overdue')
    expect(groupOf(open(at(2026, 11, 18)), now)).toBe('today')
    expect(groupOf(open(at(2026, 11, 18, 9)), now)).toBe('today')
    expect(groupOf(open(at(2026, 11, 18, 23, 59)), now)).toBe('today')
    expect(groupOf(open(at(2026, 11, 19)), now)).toBe('week')
    expect(groupOf(open(at(2026, 11, 22, 23, 59)), now)).toBe('week')
    expect(groupOf(open(at(2026, 11, 23)), now)).toBeNull()
    expect(groupOf(open(null), now)).toBeNull()
  })

  test('hold what waits for somebody by itself, whenever it is due', () => {
    const now = at(2026, 11, 18, 10)
    expect(groupOf({ at: at(2026, 11, 1), isWaiting: true }, now)).toBe('waiting')
    expect(groupOf({ at: null, isWaiting: true }, now)).toBe('waiting')
  })

  test('have no rest of the week on a Sunday', () => {
    const now = at(2026, 11, 22, 10)
    expect(groupOf(open(at(2026, 11, 23)), now)).toBeNull()
    expect(todayBounds(now).tomorrow).toBe(todayBounds(now).nextWeek)
  })

  test('go on over the end of the year', () => {
    const now = at(2026, 12, 31, 23, 59) // a Thursday
    expect(todayBounds(now).dates).toEqual([
      ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      ...['2027-01-01', '2027-01-02', '2027-01-03'],
    ])
    expect(groupOf(open(at(2027, 1, 1)), now)).toBe('week')
    expect(groupOf(open(at(2027, 1, 4)), now)).toBeNull()
    expect(groupOf(open(at(2026, 12, 31)), at(2027, 1, 1))).toBe('overdue')
  })

  test.each([
    ['spring in New York', 2026, 3, 8],
    ['autumn in New York', 2026, 11, 1],
    ['spring in Berlin', 2026, 3, 29],
    ['autumn in Berlin', 2026, 10, 25],
  ])('take a day of 23 or 25 hours as a day: %s', (_, year, month, day) => {
    const [before, after] = [at(year, month, day), at(year, month, day + 1)]
    for (const hour of [0, 1, 4, 12, 23]) {
      const now = at(year, month, day, hour, 30)
      expect(groupOf(open(before), now)).toBe('today')
      expect(groupOf(open(after - 1), now)).toBe('today')
      expect(groupOf(open(before - 1), now)).toBe('overdue')
      expect(groupOf(open(after - 1), after)).toBe('overdue')
    }
    const { week, nextWeek, dates } = todayBounds(before)
    expect(dates).toHaveLength(7)
    expect([toIsoDate(week), toIsoDate(nextWeek - 1)]).toEqual([dates[0], dates[6]])
  })
})

describeInZones('a move', () => {
  const wednesday = () => at(2026, 11, 18, 14)

  test('keeps the time on the wall, also over a change to summer time', () => {
    const from = { at: at(2026, 3, 2, 9, 30), allDay: false }
    const moved = movedTo(from, { date: '2026-03-30', minutes: 'keep' }, at(2026, 3, 2, 8))
    expect([toIsoDate(moved.at), minutesOf(moved.at), moved.allDay]).toEqual([
      ...['2026-03-30', 9 * 60 + 30, false],
    ])
  })

  test('drops a time that is over on the day', () => {
    const from = { at: at(2026, 11, 13, 9), allDay: false }
    expect(movedTo(from, { date: '2026-11-18', minutes: 'keep' }, wednesday())).toEqual({
      at: at(2026, 11, 18),
      allDay: true,
    })
    const later = { at: at(2026, 11, 13, 16), allDay: false }
    expect(movedTo(later, { date: '2026-11-18', minutes: 'keep' }, wednesday())).toEqual({
      at: at(2026, 11, 18, 16),
      allDay: false,
    })
  })

  test('takes a time that was asked for, even one that is over', () => {
    const from = { at: at(2026, 11, 13), allDay: true }
    expect(movedTo(from, { date: '2026-11-18', minutes: 540 }, wednesday()).at).toBe(
      at(2026, 11, 18, 9),
    )
  })

  test('leaves a whole day a whole day, and makes one of what had no day', () => {
    const day = { at: at(2026, 11, 20), allDay: true }
    expect(
      movedTo(
        { at: at(2026, 11, 13), allDay: true },
        { date: '2026-11-20', minutes: 'keep' },
        wednesday(),
      ),
    ).toEqual(day)
    expect(movedTo(null, { date: '2026-11-20', minutes: 'keep' }, wednesday())).toEqual(day)
    expect(
      movedTo(
        { at: wednesday(), allDay: false },
        { date: '2026-11-20', minutes: null },
        wednesday(),
      ),
    ).toEqual(day)
  })
})

describeInZones('a whole day', () => {
  test('is one that is said to be, and a step at midnight, as imports plan it', () => {
    expect(isWholeDay(at(2026, 11, 18, 15), true)).toBe(true)
    expect(isWholeDay(at(2026, 11, 18), false)).toBe(true)
    expect(isWholeDay(at(2026, 11, 18, 0, 1), false)).toBe(false)
  })
})

describe('延后', () => {
  test('offers tomorrow and the Monday after this week', () => {
    expect(snoozeDates(at(2026, 11, 18, 23))).toEqual({
      tomorrow: '2026-11-19',
      nextMonday: '2026-11-23',
    })
    expect(snoozeDates(at(2026, 11, 23, 8))).toEqual({
      tomorrow: '2026-11-24',
      nextMonday: '2026-11-30',
    })
    expect(snoozeDates(at(2026, 12, 31))).toEqual({
      tomorrow: '2027-01-01',
      nextMonday: '2027-01-04',
    })
  })
})
