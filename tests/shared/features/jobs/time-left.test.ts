import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phaseStart, timeLeft } from '@shared/features/jobs/time-left.rules'

const start = { phase: 'copying', at: 0, done: 0 } as const

describe('the time that a phase has left', () => {
  it('is what the rest takes at the speed so far', () => {
    expect(timeLeft(start, { done: 250, total: 1000 }, 5000)).toBe(15_000)
  })

  it('counts from where the phase began', () => {
    expect(timeLeft({ ...start, at: 1000, done: 200 }, { done: 400, total: 1000 }, 6000)).toBe(
      15_000,
    )
  })

  it.each([
    ['before there is a speed', { done: 10, total: 1000 }, 500],
    ['while nothing is done', { done: 0, total: 1000 }, 9000],
    ['when nobody knows how much there is', { done: 10, total: null }, 9000],
    ['when it is about over', { done: 900, total: 1000 }, 9000],
  ])('is not told %s', (_, progress, now) => {
    expect(timeLeft(start, progress, now)).toBeNull()
  })

  it('is never below zero, and never told of what is complete', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (done, total, now) => {
        const left = timeLeft(start, { done, total }, now)
        expect(left === null || (left > 0 && done < total)).toBe(true)
      }),
    )
  })
})

describe('the start of a phase', () => {
  it('stays while the phase goes on', () => {
    expect(phaseStart(start, { phase: 'copying', done: 5 }, 100)).toBe(start)
  })

  it('is anew with another phase, and with another count of the same', () => {
    expect(phaseStart(start, { phase: 'proving', done: 5 }, 100)).toEqual({
      ...{ phase: 'proving', at: 100, done: 5 },
    })
    const later = { ...start, done: 50 }
    expect(phaseStart(later, { phase: 'copying', done: 5 }, 100)).toEqual({
      ...{ phase: 'copying', at: 100, done: 5 },
    })
  })
})
