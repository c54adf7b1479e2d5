import { describe, expect, it } from 'vitest'
import { createFormat } from '@renderer/lib/format'
import { createI18n } from '@renderer/lib/i18n'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-11-18T10:00')
const formatIn = (language: 'zh-CN' | 'en') =>
  createFormat(createI18n(language).getFixedT(language), language, () => now)
const zh = formatIn('zh-CN')
const en = formatIn('en')

describe('dates in lists', () => {
  it.each([
    ['2026-11-18T15:00', '今天 15:00', 'Today 15:00'],
    ['2026-11-17T17:20', '昨天 17:20', 'Yesterday 17:20'],
    ['2026-11-19T09:30', '明天 09:30', 'Tomorrow 09:30'],
    ['2026-11-20T09:30', '11-20 周五', 'Fri 20 Nov'],
    ['2026-01-04T09:30', '01-04 周日', 'Sun 4 Jan'],
    ['2025-11-20T09:30', '2025-11-20', '20 Nov 2025'],
  ])('shows %s as %s and %s', (instant, chinese, english) => {
    expect(zh.day(at(instant))).toBe(chinese)
    expect(en.day(at(instant))).toBe(english)
  })

  it('leaves the time away for a date without one', () => {
    expect(zh.day(at('2026-11-18T00:00'))).toBe('今天')
    expect(en.dayInMonth(at('2026-11-09T00:00'))).toBe('9 Nov')
  })
})

describe('a next step', () => {
  it('says how long it is overdue', () => {
    expect(zh.due(at('2026-11-16T18:00'))).toEqual({ text: '逾期 2 天', tone: 'overdue' })
    expect(en.due(at('2026-11-16T18:00'))).toEqual({ text: '2 d overdue', tone: 'overdue' })
  })

  it('is not overdue on its own day', () => {
    expect(zh.due(at('2026-11-18T08:00'))).toEqual({ text: '今天 08:00', tone: 'today' })
  })

  it('is later from tomorrow on', () => {
    expect(zh.due(at('2026-11-19T08:00')).tone).toBe('later')
  })
})

describe('dates elsewhere', () => {
  it('writes running text with the year only where it differs', () => {
    expect(zh.planned(at('2026-11-25T15:00'))).toBe('11月25日 周三 15:00')
    expect(zh.planned(at('2026-11-25T00:00'))).toBe('11月25日 周三')
    expect(en.planned(at('2026-11-25T15:00'))).toBe('Wed 25 Nov 15:00')
    expect(en.planned(at('2027-01-04T15:00'))).toBe('4 Jan 2027 15:00')
    expect(zh.prose(at('2026-11-09T12:00'))).toBe('11月9日')
    expect(zh.prose(at('2024-08-21T12:00'))).toBe('2024年8月21日')
    expect(en.prose(at('2026-11-09T12:00'))).toBe('9 Nov')
    expect(en.prose(at('2024-08-21T12:00'))).toBe('21 Aug 2024')
  })

  it('counts days back by the calendar', () => {
    expect(zh.ago(at('2026-11-09T23:59'))).toBe('9 天前')
    expect(en.ago(at('2026-11-16T00:01'))).toBe('2 days ago')
    expect(zh.ago(at('2026-11-17T23:59'))).toBe('昨天')
    expect(en.ago(at('2026-11-18T00:01'))).toBe('Today')
  })

  it('gives the whole instant to a tooltip', () => {
    expect(zh.full(at('2026-11-20T15:00'))).toBe('2026年11月20日 周五 15:00')
    expect(en.full(at('2026-11-20T15:00'))).toBe('Fri 20 Nov 2026, 15:00')
  })

  it('names months', () => {
    expect([zh.month(now), en.month(now)]).toEqual(['2026年11月', 'November 2026'])
    expect([zh.yearMonth(now), en.yearMonth(now)]).toEqual(['2026-11', 'Nov 2026'])
  })

  it('reads a calendar date without shifting it by the time zone', () => {
    expect(zh.isoDate('2024-08-21')).toBe('2024年8月21日')
    expect(en.isoDate('2024-08-21')).toBe('21 Aug 2024')
    expect(en.isoDate('unknown')).toBe('unknown')
  })
})

describe('numbers', () => {
  it('groups counts and writes a true minus', () => {
    expect(zh.count(1284)).toBe('1,284')
    expect(zh.count(-3)).toBe('−3')
  })

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 KB'],
    [12_400, '12.4 KB'],
    [999_600, '1.0 MB'],
    [123_000_000, '123 MB'],
    [1_200_000_000, '1.2 GB'],
  ])('shows %d bytes as %s', (value, text) => {
    expect(en.bytes(value)).toBe(text)
  })
})
