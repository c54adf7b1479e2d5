import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDailyWork } from '../../../electron/services/daily-work'

const look = 5000
let open = false
let now = new Date(2026, 11, 31, 23, 50).getTime()
let runs = 0
let end = () => {}

describe('the work of a day', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    open = false
    now = new Date(2026, 11, 31, 23, 50).getTime()
    runs = 0
    end = startDailyWork({
      isOpen: () => open,
      clock: () => now,
      run: () => {
        runs++
        return Promise.reject(new Error('read only'))
      },
    })
  })
  afterEach(() => {
    end()
    vi.useRealTimers()
  })

  it('is not done while the book is locked', () => {
    vi.advanceTimersByTime(10 * look)
    expect(runs).toBe(0)
  })

  it('is done once after an unlock, also when it fails, and once more on the next day', () => {
    open = true
    vi.advanceTimersByTime(3 * look)
    expect(runs).toBe(1)
    now = new Date(2027, 0, 1, 0, 0).getTime()
    vi.advanceTimersByTime(3 * look)
    expect(runs).toBe(2)
  })

  it('is done again after the next unlock of the same day', () => {
    open = true
    vi.advanceTimersByTime(look)
    open = false
    vi.advanceTimersByTime(look)
    open = true
    vi.advanceTimersByTime(look)
    expect(runs).toBe(2)
  })

  it('ends with the program', () => {
    end()
    open = true
    vi.advanceTimersByTime(3 * look)
    expect(runs).toBe(0)
  })
})
