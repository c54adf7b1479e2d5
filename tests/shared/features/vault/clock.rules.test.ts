import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeClock } from '@shared/features/vault/clock.rules'

const minute = 60_000
const day = 1440 * minute
const madeAt = Date.UTC(2026, 0, 1)
const last = Date.UTC(2026, 5, 1)

const problemOf = (now: number, before: number | null = last) =>
  judgeClock(now, before, madeAt)?.problem ?? null

describe('the computer’s clock', () => {
  it('is believed from the newest entry on, and for a year after it', () => {
    for (const passed of [0, minute, day, 365 * day]) expect(problemOf(last + passed)).toBeNull()
  })

  it('may have been set back by some minutes', () => {
    expect(problemOf(last - 9 * minute)).toBeNull()
    expect(problemOf(last - 11 * minute)).toBe('behind')
  })

  it('is ahead when the book was not used for longer than a year', () => {
    expect(problemOf(last + 367 * day)).toBe('ahead')
  })

  it('is compared with the day of the program in a new book, with a day for time zones', () => {
    expect(problemOf(madeAt - 2 * day, null)).toBe('before-release')
    expect(problemOf(madeAt - day / 2, null)).toBeNull()
    expect(problemOf(last, null)).toBeNull()
  })

  it('is named with both moments', () => {
    const now = last - day
    expect(judgeClock(now, last, madeAt)).toEqual({ problem: 'behind', now, last })
  })

  it('is not judged twice over: after an entry that it wrote itself nothing is odd', () => {
    fc.assert(
      fc.property(fc.integer({ min: madeAt, max: madeAt + 40_000 * day }), (now) => {
        expect(problemOf(now, now)).toBeNull()
      }),
    )
  })
})
