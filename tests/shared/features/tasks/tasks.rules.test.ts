import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import { toIsoDate } from '@shared/core/dates'
import type { Recurrence } from '@shared/features/tasks/recurrence.schema'
import { fromRRule, toRRule, toStoredRule } from '@shared/features/tasks/rrule-text.rules'
import { nextAfterLeaving, nextOfSeries } from '@shared/features/tasks/series.rules'
import { dueGroupOf, isOverdue, movedReminder, seesTexts } from '@shared/features/tasks/tasks.rules'
import { taskFields } from '@shared/features/tasks/tasks.schema'

const calendar = makeHolidayCalendar([])
const daily: Recurrence = { freq: 'daily', interval: 1, end: { kind: 'never' } }
const at = (date: string, hours: number, minutes = 0) => instantOf(date, hours * 60 + minutes)

describe('across a change to summer time', () => {
  beforeEach(() => vi.stubEnv('TZ', 'America/New_York'))
  afterEach(() => vi.unstubAllEnvs())

  test('a series and its reminder keep the time on the wall', () => {
    // Clocks went forth on 10 March 2024.
    const task = {
      ...{ dueAt: at('2024-03-09', 9), allDay: false, remindAt: at('2024-03-08', 18) },
      ...{ recurrence: daily, seriesStart: '2024-03-09' },
    }
    const next = nextAfterLeaving(task, calendar)
    expect(next?.dueAt).toBe(at('2024-03-10', 9))
    expect((next?.dueAt ?? 0) - task.dueAt).toBe(23 * 3_600_000)
    expect(next?.remindAt).toBe(at('2024-03-09', 18))
  })

  test('an hour that there is not is the one after it, and the next day is right again', () => {
    const task = { dueAt: at('2024-03-09', 2, 30), allDay: false, remindAt: null }
    const series = { ...task, recurrence: daily, seriesStart: '2024-03-09' }
    const next = nextAfterLeaving(series, calendar)
    expect(minutesOf(next?.dueAt ?? 0)).toBe(3 * 60 + 30)
    expect(toIsoDate(next?.dueAt ?? 0)).toBe('2024-03-10')
  })

  test('a whole day is over at its midnight, be it of 23 hours or 25', () => {
    for (const day of ['2024-03-10', '2024-11-03']) {
      const task = { dueAt: at(day, 0), allDay: true }
      expect(isOverdue(task, at(day, 24) - 1)).toBe(false)
      expect(isOverdue(task, at(day, 24))).toBe(true)
    }
  })
})

describe('a series', () => {
  const series = (recurrence: Recurrence, day: string) => ({
    ...{ dueAt: at(day, 9), allDay: false, remindAt: null, recurrence, seriesStart: day },
  })
  test('goes over the end of a year and over 29 February', () => {
    const weekly: Recurrence = { ...daily, freq: 'weekly' }
    expect(nextOfSeries(series(weekly, '2026-12-28'), at('2026-12-28', 9), calendar)?.dueAt).toBe(
      at('2027-01-04', 9),
    )
    const yearly: Recurrence = { ...daily, freq: 'yearly' }
    expect(nextOfSeries(series(yearly, '2024-02-29'), at('2024-02-29', 9), calendar)?.dueAt).toBe(
      at('2028-02-29', 9),
    )
  })
  test('of the longest count ends with it, and a longer one is refused', () => {
    const long: Recurrence = { ...daily, end: { kind: 'count', count: 1000 } }
    expect(nextOfSeries(series(long, '2024-01-01'), at('2026-09-25', 9), calendar)?.dueAt).toBe(
      at('2026-09-26', 9),
    )
    expect(nextOfSeries(series(long, '2024-01-01'), at('2026-09-26', 9), calendar)).toBeNull()
    const fields = { title: '甲', dueAt: at('2024-01-01', 9) }
    const endless = { ...daily, end: { kind: 'count', count: 10_000 } }
    expect(taskFields.safeParse({ ...fields, recurrence: endless }).success).toBe(false)
    expect(taskFields.safeParse({ title: '甲', recurrence: daily }).success).toBe(false)
  })
  test('is stored with its leave of days off, which no other program sees', () => {
    const rule: Recurrence = { ...daily, skipDaysOff: true }
    expect(fromRRule(toStoredRule(rule))).toEqual(rule)
    expect(toRRule(rule)).toBe('FREQ=DAILY')
    expect(toStoredRule(daily)).toBe('FREQ=DAILY')
  })
})

describe('reminders', () => {
  test('keep their distance on the day, and their hour on other days', () => {
    const [from, to] = [at('2024-05-15', 10), at('2024-05-17', 15)]
    expect(movedReminder(at('2024-05-15', 9, 45), from, to)).toBe(at('2024-05-17', 14, 45))
    expect(movedReminder(at('2024-05-14', 18), from, to)).toBe(at('2024-05-16', 18))
    expect(movedReminder(null, from, to)).toBeNull()
    const morning = at('2024-05-15', 9)
    expect(movedReminder(morning, at('2024-05-15', 0), to)).toBe(at('2024-05-17', 9))
  })
})

describe('the list', () => {
  test('puts tasks under overdue, today, this week, later and no date', () => {
    // A Wednesday.
    const now = at('2024-05-15', 10)
    const group = (day: string | null, hours = 0) =>
      dueGroupOf({ dueAt: day === null ? null : at(day, hours), allDay: hours === 0 }, now)
    expect([
      ...[group('2024-05-14'), group('2024-05-15'), group('2024-05-15', 9)],
      ...[group('2024-05-19'), group('2024-05-20'), group(null)],
    ]).toEqual(['overdue', 'today', 'overdue', 'week', 'later', 'undated'])
  })
})

describe('who reads the texts', () => {
  test('the one to whom it was given always, others by the notes of its customer', () => {
    const marketing = { role: 'marketing', isAssignee: false } as const
    expect(seesTexts(marketing, 'own')).toBe(false)
    expect(seesTexts({ ...marketing, isAssignee: true }, null)).toBe(true)
    expect(seesTexts(marketing, undefined)).toBe(true)
    expect(seesTexts({ role: 'sales', isAssignee: false }, 'own')).toBe(true)
    expect(seesTexts({ role: 'sales', isAssignee: false }, null)).toBe(false)
  })
})
