import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, startOfDay, toIsoDate } from '@shared/core/dates'
import { listDateChips } from '@renderer/features/follow-ups/date-chips'

const at = (year: number, month: number, day: number, hour = 14) =>
  new Date(year, month - 1, day, hour).getTime()
const days = (now: number) =>
  Object.fromEntries(listDateChips(now).map((chip) => [chip.key, toIsoDate(chip.at)]))

describe('date chips of the composer', () => {
  it('on a Wednesday offer the usual days, each as a whole', () => {
    expect(days(at(2026, 11, 18))).toEqual({
      tomorrow: '2026-11-19',
      'day-after': '2026-11-20',
      'next-monday': '2026-11-23',
      'two-weeks': '2026-12-02',
      'one-month': '2026-12-18',
    })
    for (const chip of listDateChips(at(2026, 11, 18))) expect(chip.at).toBe(startOfDay(chip.at))
  })

  it('on a Friday mean the Friday of next week', () => {
    expect(days(at(2026, 11, 20)).friday).toBe('2026-11-27')
  })

  it('on a Sunday leave out next Monday, because it is tomorrow', () => {
    expect(days(at(2026, 11, 22))).not.toHaveProperty('next-monday')
  })

  it('go to the last day of a shorter month', () => {
    expect(days(at(2027, 1, 31))['one-month']).toBe('2027-02-28')
    expect(days(at(2028, 1, 31))['one-month']).toBe('2028-02-29')
  })

  it('always lie in the future, within 31 days, each on its own day', () => {
    fc.assert(
      fc.property(fc.integer({ min: at(2020, 1, 1), max: at(2040, 1, 1) }), (now) => {
        const chips = listDateChips(now)
        const distances = chips.map((chip) => daysBetween(now, chip.at))
        expect(Math.min(...distances)).toBe(1)
        expect(Math.max(...distances)).toBeLessThanOrEqual(31)
        expect(new Set(distances).size).toBe(chips.length)
      }),
    )
  })
})
