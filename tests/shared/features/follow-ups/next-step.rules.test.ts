import { describe, expect, it, test } from 'vitest'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import type { FollowUpFormValues } from '@shared/features/follow-ups/follow-ups.schema'
import {
  clauseAround,
  datesAhead,
  guessType,
  noStep,
  readStep,
  readTask,
  startReading,
} from '@shared/features/follow-ups/next-step.rules'

/** A Wednesday. */
const now = new Date(2026, 10, 18, 14, 20).getTime()
const reader = { now, calendar: makeHolidayCalendar([]) }
const at = (month: number, day: number, hour = 0) => new Date(2026, month - 1, day, hour).getTime()
const read = (text: string, dropped: string[] = []) =>
  readStep(text, datesAhead(text, reader), { dropped })

describe('the next step that a text asks for', () => {
  const text = '财务批了额度。下周三下午三点再打给李谷雨确认合同，月底前寄样品。'

  it('is its first date ahead, with what to do then and how', () => {
    expect(read(text)).toEqual({
      ...{ nextFollowAt: at(11, 25, 15), nextAllDay: false, nextType: 'phone' },
      nextNote: '再打给李谷雨确认合同',
    })
  })

  it('is the next one where the first was dropped, and none where all were', () => {
    expect(read(text, ['下周三下午三点']).nextFollowAt).toBe(at(11, 30))
    const all = datesAhead(text, reader).map(({ source }) => source)
    expect(read(text, all)).toEqual(noStep)
  })

  it('is a whole day where no time is said', () => {
    expect(read('周五再联系')).toMatchObject({ nextFollowAt: at(11, 20), nextAllDay: true })
  })

  it('is none where the text tells what was', () => {
    expect(read('昨天下午去看了车间')).toEqual(noStep)
    expect(read('谈了价格')).toEqual(noStep)
  })

  it('is read in English, too', () => {
    expect(read('They agreed. Visit them next Wednesday at 3pm.')).toEqual({
      ...{ nextFollowAt: at(11, 25, 15), nextAllDay: false, nextType: 'visit' },
      nextNote: 'Visit them',
    })
  })
})

describe('what else a text asks for', () => {
  const other = (text: string, planned: number | null) =>
    readTask(text, datesAhead(text, reader), planned)

  it('is its other date with the words around it', () => {
    const text = '下周三下午三点再打给李谷雨，月底前寄样品。'
    expect(other(text, at(11, 25, 15))).toEqual({
      ...{ title: '寄样品', dueAt: at(11, 30), allDay: true },
    })
    expect(other(text, at(11, 30))?.title).toBe('再打给李谷雨')
  })

  it('is nothing without words of its own, or without another date', () => {
    expect(other('周五再谈，月底', at(11, 20))).toBeNull()
    expect(other('周五再谈', at(11, 20))).toBeNull()
  })
})

test.each([
  ['约好周五再谈，价格', '周五', '约好再谈'],
  ['周五', '周五', ''],
  ['call him tomorrow about 3.5 mm', 'tomorrow', 'call him about 3.5 mm'],
  [`周五${'长'.repeat(200)}`, '周五', '长'.repeat(100)],
])('what is said around the date in %j', (text, source, words) => {
  const from = text.indexOf(source)
  expect(clauseAround(text, { from, to: from + source.length })).toBe(words)
})

test.each([
  ['再打给李谷雨', 'phone'],
  ['带目录上门', 'visit'],
  ['发微信确认', 'wechat'],
  ['email the quote', 'email'],
  ['寄样品', null],
  ['recall nothing', null],
])('%j is done by %s', (words, type) => {
  expect(guessType(words)).toBe(type)
})

describe('a form that opens with values', () => {
  const values = (more: Partial<FollowUpFormValues>): FollowUpFormValues => ({
    ...{ customerId: 1, type: 'phone', occurredAt: now, content: '周五再打电话' },
    ...more,
  })

  it('goes on reading where the plan is the one that the text says', () => {
    const start = values({ nextFollowAt: at(11, 20), nextNote: '再打电话' })
    expect(startReading(start, reader)).toEqual({ own: false, ownNote: false, dropped: [] })
  })

  it('keeps a note of one’s own', () => {
    const start = values({ nextFollowAt: at(11, 20), nextNote: '带目录' })
    expect(startReading(start, reader)).toMatchObject({ own: false, ownNote: true })
  })

  it('leaves a plan alone that the person made, and does not bring back one that was dropped', () => {
    expect(startReading(values({ nextFollowAt: at(12, 1) }), reader).own).toBe(true)
    expect(startReading(values({ nextFollowAt: null }), reader).dropped).toEqual(['周五'])
  })
})
