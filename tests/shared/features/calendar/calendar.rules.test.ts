import { describe, expect, test } from 'vitest'
import { toIsoDate } from '@shared/core/dates'
import { instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import {
  comesAgainOn,
  datesBetween,
  dayIndexOf,
  midnightsOf,
  movedTo,
  timeOfDay,
} from '@shared/features/calendar/calendar.rules'
import { movedReminder } from '@shared/features/tasks/tasks.rules'
import { describeInZones } from '../../../support/time-zones'

const hour = 3_600_000
/** Summer time begins and ends, in New York and in Berlin; and a year ends. */
const changes = ['2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2026-12-31']

describeInZones('days of the calendar', (zone) => {
  test.each(changes)('around %s each hold their own hours and no others', (change) => {
    const around = [instantOf(change, 0) - hour, instantOf(change, 0) + 30 * hour].map(toIsoDate)
    const [from = '', to = ''] = around
    const span = datesBetween(from, to)
    const midnights = midnightsOf(span)
    expect(span).toContain(change)
    expect(midnights).toHaveLength(span.length + 1)
    for (const [index, date] of span.entries()) {
      const [start = 0, end = 0] = [midnights[index], midnights[index + 1]]
      for (let at = start; at < end; at += hour / 2) {
        expect(toIsoDate(at)).toBe(date)
        expect(dayIndexOf(midnights, at)).toBe(index)
      }
    }
    expect(dayIndexOf(midnights, (midnights[0] ?? 0) - 1)).toBe(-1)
    expect(dayIndexOf(midnights, midnights.at(-1) ?? 0)).toBe(-1)
  })

  test.each(changes)('a thing that is moved to %s keeps its time on the wall', (date) => {
    const before = { at: instantOf('2026-07-15', 9 * 60 + 30), allDay: false }
    const { at, allDay } = movedTo(before, { date })
    expect([toIsoDate(at), minutesOf(at), allDay]).toEqual([date, 570, false])
    const back = movedTo({ at, allDay }, { date: '2026-07-15' })
    expect(back).toEqual(before)
  })

  test('a time that summer time leaves out moves on by the hour', () => {
    const before = { at: instantOf('2026-03-01', 150), allDay: false }
    const gap = { 'America/New_York': '2026-03-08', 'Europe/Berlin': '2026-03-29' }[zone]
    const { at } = movedTo(before, { date: gap ?? '2026-03-08' })
    expect(minutesOf(at)).toBe(gap === undefined ? 150 : 210)
  })

  test('a reminder goes along: at the same time of the day, or as long before', () => {
    const due = instantOf('2026-03-07', 15 * 60)
    const remind = instantOf('2026-03-06', 9 * 60)
    const kept = movedTo({ at: due, allDay: false }, { date: '2026-03-30' })
    const reminder = movedReminder(remind, due, kept.at) ?? 0
    expect([toIsoDate(reminder), minutesOf(reminder)]).toEqual(['2026-03-29', 9 * 60])
    const later = movedTo({ at: due, allDay: false }, { date: '2026-03-07', minutes: 16 * 60 })
    expect(movedReminder(due - hour, due, later.at)).toBe(later.at - hour)
  })

  test('a year end is crossed like any other night', () => {
    const { at } = movedTo(
      { at: instantOf('2026-12-31', 1439), allDay: false },
      { date: '2027-01-01' },
    )
    expect(at - instantOf('2026-12-31', 1439)).toBe(24 * hour)
    expect(datesBetween('2026-12-30', '2027-01-02')).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ])
  })
})

describe('a move', () => {
  test('may give a time, or take it away', () => {
    const timed = { at: instantOf('2026-05-01', 600), allDay: false }
    expect(movedTo(timed, { date: '2026-05-02', minutes: null })).toEqual({
      ...{ at: instantOf('2026-05-02', 0), allDay: true },
    })
    const whole = { at: instantOf('2026-05-01', 0), allDay: true }
    expect(movedTo(whole, { date: '2026-05-02' }).allDay).toBe(true)
    expect(movedTo(whole, { date: '2026-05-02', minutes: 840 })).toEqual({
      ...{ at: instantOf('2026-05-02', 840), allDay: false },
    })
    expect(movedTo({ at: null, allDay: false }, { date: '2026-05-02' }).allDay).toBe(true)
  })

  test('knows a thing at midnight for one of the whole day', () => {
    expect(timeOfDay(instantOf('2026-05-01', 0), false)).toBeNull()
    expect(timeOfDay(instantOf('2026-05-01', 1), false)).toBe(1)
    expect(timeOfDay(instantOf('2026-05-01', 1), true)).toBeNull()
  })
})

describe('a task that comes again', () => {
  const calendar = makeHolidayCalendar([])
  const weekly = { recurrence: 'FREQ=WEEKLY', seriesStart: '2026-11-02', dueOn: '2026-11-16' }

  test('does so after the day it is due on, within the days asked for', () => {
    const month = { from: '2026-11-01', to: '2026-11-30' }
    expect(comesAgainOn(weekly, month, calendar)).toEqual(['2026-11-23', '2026-11-30'])
    expect(comesAgainOn(weekly, { from: '2026-10-01', to: '2026-11-16' }, calendar)).toEqual([])
  })

  test('counts from its first day, also where the open one was moved', () => {
    const moved = { ...weekly, dueOn: '2026-11-18' }
    const span = { from: '2026-11-17', to: '2026-11-24' }
    expect(comesAgainOn(moved, span, calendar)).toEqual(['2026-11-23'])
  })

  test('is left alone where its rule cannot be read', () => {
    const odd = { ...weekly, recurrence: 'FREQ=MONTHLY;BYDAY=3FR' }
    expect(comesAgainOn(odd, { from: '2026-11-01', to: '2026-12-31' }, calendar)).toEqual([])
  })
})
