import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCode } from '@shared/core/codes'
import {
  addMonths,
  daysBetween,
  isMonthEnd,
  isRealDate,
  startOfDay,
  startOfNextDay,
  toIsoDate,
} from '@shared/core/dates'

const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) })

describe('local days', () => {
  test('an instant lies between the midnights of its day', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(startOfDay(instant)).toBeLessThanOrEqual(instant)
        expect(startOfNextDay(instant)).toBeGreaterThan(instant)
        expect(daysBetween(startOfDay(instant), startOfNextDay(instant))).toBe(1)
      }),
    )
  })

  test('a date is written as the calendar shows it here', () => {
    expect(toIsoDate(new Date(2024, 4, 15, 23, 59).getTime())).toBe('2024-05-15')
  })

  test('only dates of the calendar are real', () => {
    expect(isRealDate(2024, 2, 29)).toBe(true)
    expect(isRealDate(2023, 2, 29)).toBe(false)
    expect(isRealDate(1899, 1, 1)).toBe(false)
  })
})

describe('calendar months (D1)', () => {
  const at = (text: string) => new Date(`${text}T10:30`).getTime()

  test.each([
    ['2023-05-31', -3, '2023-02-28'],
    ['2024-05-31', -3, '2024-02-29'],
    ['2024-02-29', -3, '2023-11-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-08-31', 1, '2024-09-30'],
    ['2024-05-15', 0, '2024-05-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(at(from), months)).toBe(at(to))
  })

  test('land in the month that was meant, on the day or on the last before it', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -60, max: 60 }), (instant, months) => {
        const [from, to] = [new Date(instant), new Date(addMonths(instant, months))]
        const monthOf = (date: Date) => date.getFullYear() * 12 + date.getMonth()
        expect(monthOf(to) - monthOf(from)).toBe(months)
        expect(to.getDate() === from.getDate() || isMonthEnd(to.getTime())).toBe(true)
        expect(to.getDate()).toBeLessThanOrEqual(from.getDate())
      }),
    )
  })
})

describe('human codes (R008, X4)', () => {
  const day = new Date(2024, 4, 15).getTime()

  test('follow the example of the sources', () => {
    expect(formatCode('C', day, 1)).toBe('C202405150001')
  })

  test('widen beyond 9999 a day instead of failing', () => {
    expect(formatCode('F', day, 10_000)).toBe('F2024051510000')
  })
})
