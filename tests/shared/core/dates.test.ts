import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCode } from '@shared/core/codes'
import { daysBetween, isRealDate, startOfDay, startOfNextDay, toIsoDate } from '@shared/core/dates'

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

describe('human codes (R008, X4)', () => {
  const day = new Date(2024, 4, 15).getTime()

  test('follow the example of the sources', () => {
    expect(formatCode('C', day, 1)).toBe('C202405150001')
  })

  test('widen beyond 9999 a day instead of failing', () => {
    expect(formatCode('F', day, 10_000)).toBe('F2024051510000')
  })
})
