import { describe, expect, test } from 'vitest'
import { beginReminders, reminderMoment } from '@shared/features/today/reminders.rules'
import { describeInZones } from '../../../support/time-zones'

describeInZones('one is told', () => {
  test('at the time, and of a whole day at nine on the wall', () => {
    const at = new Date(2026, 10, 18, 15, 20).getTime()
    expect(reminderMoment({ at, allDay: false })).toBe(at)
    for (const [month, day] of [
      [2, 8],
      [2, 29],
      [9, 25],
      [10, 1],
      [10, 18],
    ] as const) {
      const midnight = new Date(2026, month, day).getTime()
      const moment = reminderMoment({ at: midnight, allDay: true })
      expect(moment).toBe(new Date(2026, month, day, 9).getTime())
    }
  })
})

describe('signing in', () => {
  test('misses nothing the first time', () => {
    expect(beginReminders(null, 100)).toEqual({ told: 100, missed: null })
  })

  test('misses what fell due since one was last told', () => {
    expect(beginReminders({ told: 40, missed: null }, 100)).toEqual({
      told: 100,
      missed: { from: 40, to: 100 },
    })
  })

  test('adds to a list that was not put away', () => {
    const known = { told: 60, missed: { from: 40, to: 60 } }
    expect(beginReminders(known, 100)).toEqual({ told: 100, missed: { from: 40, to: 100 } })
  })

  test('takes a clock that was set back as now', () => {
    expect(beginReminders({ told: 400, missed: null }, 100)).toEqual({ told: 100, missed: null })
  })
})
