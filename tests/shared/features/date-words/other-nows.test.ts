import { describe, expect, test } from 'vitest'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { parseDateWords, readDateWords } from '@shared/features/date-words/read-date-words.rules'
import { describeInZones } from '../../../support/time-zones'
import { testPhrases } from './phrase-table'

describe('what is said depends on the day on which it is said', () => {
  // The last day of a year, late in the evening.
  testPhrases(
    '2026-12-31T23:30',
    `
  明天 = 2027-01-01 · 周一 = 2027-01-04 · 月底 = 2026-12-31 · 下月底 = 2027-01-31 · 年底 = 2026-12-31
  1月5日 = 2027-01-05 · 12月30日 = 2026-12-30 · 12月1日 = 2026-12-01 · 11月30日 = 2027-11-30
  5号 = 2027-01-05 · 31号 = 2026-12-31 · 30号 = 2027-01-30 · 半小时后 = 2027-01-01 00:00
  晚上 = 2026-12-31 · 今晚 = 2026-12-31 · 今晚12点 = 2027-01-01 00:00 · 明年3月底 = 2027-03-31
  tomorrow = 2027-01-01 · next month = 2027-01-01 · end of year = 2026-12-31 · Jan 5 = 2027-01-05
  in two hours = 2027-01-01 01:30 · 下季度末 = 2027-03-31 · 一个月后 = 2027-01-31 · 两个月后 = 2027-02-28
  `,
  )
  // A leap day.
  testPhrases(
    '2024-02-29T08:00',
    `
  一年后 = 2025-02-28 · 一个月后 = 2024-03-29 · 月底 = 2024-02-29 · 2月29日 = 2024-02-29 · 明天 = 2024-03-01
  30号 = 2024-03-30 · 昨天 = 2024-02-28 · 四年后 = 2028-02-29 · Feb 29 = 2024-02-29 · 上个月31号 = 2024-01-31
  下个月31号 = 2024-03-31 · 这个月30号 = none · 五一前 = 2024-04-30 · 五一后 = 2024-05-06 · 清明后 = 2024-04-07
  `,
  )
  // A Sunday, on which the week of Monday to Sunday ends.
  testPhrases(
    '2026-11-29T16:00',
    `
  周日 = 2026-11-29 · 周日下午3点 = 2026-12-06 15:00 · 周日17:00 = 2026-11-29 17:00 · 本周日 = 2026-11-29
  本周一 = 2026-11-23 · 周一 = 2026-11-30 · 下周一 = 2026-11-30 · 下周日 = 2026-12-06 · 周末 = 2026-11-29
  下周末 = 2026-12-05 · next Monday = 2026-11-30 · this Sunday = 2026-11-29 · Sunday = 2026-11-29
  下午 = 2026-11-29 · 上午 = 2026-11-30 09:00 · 下午3点 = 2026-11-30 15:00 · 3pm today = 2026-11-29 15:00
  `,
  )
  // Within the days off of October, whose end lies ahead and whose beginning lies back.
  testPhrases(
    '2026-10-03T12:00',
    `
  国庆后 = 2026-10-08 · 国庆前 = 2027-09-30 · 节后 = 2026-10-08 · 节后第一个工作日 = 2026-10-08
  中秋节 = 2027-09-15 · 2个工作日后 = 2026-10-09 · 下个工作日 = none · 季度末 = 2026-12-31 · 元旦 = 2027-01-01
  `,
  )
  // Days before Spring Festival 2026, which is announced.
  testPhrases(
    '2026-02-10T09:30',
    `
  除夕 = 2026-02-16 · 春节后 = 2026-02-24 · 年后 = 2026-02-24 · 年前 = 2026-02-14 · 初五 = 2026-02-21
  腊月二十八 = 2026-02-15 · 小年 = 2026-02-10 · 元宵 = 2026-03-03 · 正月初八 = 2026-02-24 · 廿九 = none
  `,
  )
})

// Summer time begins on 29 March 2026 in Berlin, on 8 March in New York.
describeInZones('where summer time begins tonight', () => {
  testPhrases(
    '2026-03-28T22:00',
    '明天 = 2026-03-29 · 明早8点 = 2026-03-29 08:00 · 两天后 = 2026-03-30 · 明天2点半 = 2026-03-29 14:30',
  )
  testPhrases(
    '2026-03-07T22:00',
    '明天 = 2026-03-08 · 明早8点 = 2026-03-08 08:00 · 一周后 = 2026-03-14 · tomorrow at noon = 2026-03-08 12:00',
  )

  test('hours pass as they do on a clock, not on the wall', () => {
    for (const now of [new Date(2026, 2, 29, 1, 30), new Date(2026, 2, 8, 1, 30)]) {
      const found = parseDateWords('2小时后', now.getTime())
      expect(found && instantOf(found.date, found.time ?? 0)).toBe(now.getTime() + 7_200_000)
    }
  })
})

describe('what is told with a date', () => {
  const now = new Date('2026-11-27T10:00').getTime()

  test('its place in the text as typed, full width and traditional', () => {
    const text = '請於１２月３日（週四）下午三點來，謝謝。後天再打電話。'
    expect(readDateWords(text, now).map(({ source, from, to }) => [source, from, to])).toEqual([
      ['１２月３日（週四）下午三點', 2, 15],
      ['後天', 20, 22],
    ])
  })

  test('several dates of one text', () => {
    const found = readDateWords(
      '下周五下午2点半开会，12月8日交货。We meet Friday at 3pm, then again in 2 weeks.',
      now,
    )
    expect(found.map(({ source, date, time }) => [source, date, time])).toEqual([
      ['下周五下午2点半', '2026-12-04', 870],
      ['12月8日', '2026-12-08', null],
      ['Friday at 3pm', '2026-11-27', 900],
      ['in 2 weeks', '2026-12-11', null],
    ])
  })

  test.each([
    ['请于12月3日前回复', '12月3日'],
    ['已约周四上午10点面谈', '周四上午10点'],
    ['下周二下午三点去他们公司', '下周二下午三点'],
    ['客户12号下午到', '12号下午'],
    ['正月初八上班', '正月初八'],
    ['过年后再联系', '过年后'],
    ['客户说明天给答复', '明天'],
    ["tomorrow's meeting", 'tomorrow'],
    ['3天后天气转好', '3天后'],
    ['下午3点整理资料', '下午3点'],
    ['下午3点整开会', '下午3点整'],
    ['于国庆节拜访王国庆', '国庆节'],
    ['预计周五到货，单号SF1234567890', '周五'],
    ['价格在3万左右，下周二再打', '下周二'],
    ['meet on Sat', 'Sat'],
  ])('within %s stands %s', (text, source) => {
    expect(readDateWords(text, now).map((found) => found.source)).toEqual([source])
    expect(parseDateWords(text, now)).toBeNull()
  })

  test('whether it is past', () => {
    const past = (text: string) => parseDateWords(text, now)?.past
    expect(['昨天', '11月20日', '今天9:00', '3天前'].map(past)).toEqual([true, true, true, true])
    expect(['今天', '今天10:00', '今天11:00', '今早'].map(past)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test('whether it was counted by holidays that are not announced', () => {
    const estimated = (text: string) => parseDateWords(text, now)?.estimated
    expect(['春节后', '节后', '年前'].map(estimated)).toEqual([true, true, true])
    expect(['春节', '元旦前一天', '三天后'].map(estimated)).toEqual([false, false, false])
    const announced = makeHolidayCalendar([{ date: '2027-10-01', name: '国庆节', kind: 'off' }])
    expect(parseDateWords('春节后', now, { calendar: announced })?.estimated).toBe(false)
  })

  test('a day and the time of the next line are two things', () => {
    const found = readDateWords('明天\n下午3点', now).map(({ source }) => source)
    expect(found).toEqual(['明天', '下午3点'])
  })

  test('whether it is a day off, and the working day that may be meant', () => {
    expect(parseDateWords('明天', now)).toMatchObject({
      dayOff: { name: null, estimated: false },
      nextWorkday: '2026-11-30',
    })
    expect(parseDateWords('元旦', now)).toMatchObject({
      dayOff: { name: '元旦', estimated: true },
      nextWorkday: '2027-01-04',
    })
    expect(parseDateWords('周一', now)).toMatchObject({ dayOff: null, nextWorkday: null })
    const calendar = makeHolidayCalendar([{ date: '2026-11-30', name: '厂庆', kind: 'off' }])
    expect(parseDateWords('周一', now, { calendar })?.dayOff?.name).toBe('厂庆')
    expect(parseDateWords('1个工作日后', now, { calendar })?.date).toBe('2026-12-01')
  })
})
