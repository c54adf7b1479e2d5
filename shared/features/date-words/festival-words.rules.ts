import { addDays, partsOf } from '@shared/core/days/day-arithmetic'
import { festivalOf } from '@shared/core/days/holiday'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { addWorkdays, dayOff, nextWorkday, previousWorkday } from '@shared/core/days/workdays'
import { yearOf } from './chinese-dates.rules'
import { firstComing } from './coming.rules'
import type { Here, Reading, Rule } from './date-words'
import { chineseFeasts, englishFeasts, springFestival, type Feast } from './festivals'

/** Where a day is counted from, beside the feast itself. */
type Beside = 'on' | 'before' | 'after' | 'eve' | 'morrow'

const suffix =
  '(?:假期?|长假|小长假)?(前一天|前夕|后第一个工作日|后第一天|后一天|第二天|之前|之后|以后|前|后)?'
/** 环节后 and 季节后 are no feasts; a word may stand before that leads to one. */
const leadIn = '(?<![\\d\\u4e00-\\u9fff](?<![等在约到过于就]))'

/** 元旦, 春节后, 明年国庆前, 节后第一个工作日, 年后; before and after mean the last and first working day around the days off. */
export const festivalWords: readonly Rule[] = [
  ...chineseFeasts.map(([names, feast]): Rule => ({
    pattern: new RegExp(`(?:(\\d{4}|[去今明后])年的?)?(?:${names})${suffix}`, 'g'),
    read: ([, said, tail = ''], here) =>
      onFeast(feast, said === undefined ? null : yearOf(said, here.today), besideOf(tail), here),
  })),
  ...englishFeasts.map(([names, feast]): Rule => ({
    pattern: new RegExp(`\\b(?:(before|after) (?:the )?)?(?:${names})\\b(?:,? (\\d{4})\\b)?`, 'g'),
    read: ([, before, said], here) =>
      onFeast(
        feast,
        said === undefined ? null : Number(said),
        before === 'before' || before === 'after' ? before : 'on',
        here,
      ),
  })),
  {
    pattern: new RegExp(`${leadIn}年(前|后)(?:的?第一个工作日|第一天)?(?![天年])`, 'g'),
    read: ([, side], here) =>
      onFeast(springFestival, null, side === '前' ? 'before' : 'after', here),
  },
  {
    pattern: new RegExp(
      `${leadIn}节(前|后)(?:的?(?:第一个|首个|最后一个)工作日|第一天)?(?![天年])`,
      'g',
    ),
    read: ([, side], here) => aroundNextBreak(side === '前' ? 'before' : 'after', here),
  },
]

function besideOf(tail: string): Beside {
  if (tail === '前一天' || tail === '前夕') return 'eve'
  if (tail === '后一天' || tail === '第二天') return 'morrow'
  if (tail.includes('前')) return 'before'
  return tail.includes('后') ? 'after' : 'on'
}

function onFeast(
  feast: Feast,
  year: number | null,
  beside: Beside,
  { today, calendar }: Here,
): Reading | 'refuse' {
  const current = partsOf(today).year
  const years = year === null ? [current, current + 1, current + 2] : [year]
  const dates = years.map((each) => {
    const date = feast(each)
    return date && step(date, beside, calendar)
  })
  const date = year === null ? firstComing(today, dates) : (dates[0] ?? null)
  return date === null ? 'refuse' : around(date, beside, calendar)
}

function step(date: string, beside: Beside, calendar: HolidayCalendar): string {
  switch (beside) {
    case 'on':
      return date
    case 'eve':
      return addDays(date, -1)
    case 'morrow':
      return addDays(date, 1)
    case 'before':
      return previousWorkday(addDays(date, -1), calendar)
    case 'after':
      return isOff(date, calendar) ? nextWorkday(date, calendar) : addWorkdays(date, 1, calendar)
  }
}

/** The working day before or after the next public holiday that leaves one; days that a business added are none. */
function aroundNextBreak(beside: 'before' | 'after', here: Here): Reading | 'refuse' {
  for (let ahead = 0; ahead < 400; ahead += 1) {
    const date = addDays(here.today, ahead)
    const name = dayOff(date, here.calendar)?.name
    if (!name || !festivalOf(name)) continue
    const found = step(date, beside, here.calendar)
    if (found >= here.today) return around(found, beside, here.calendar)
  }
  return 'refuse'
}

/** The working day around a break is certain only when the holidays of its year are announced. */
function around(date: string, beside: Beside, calendar: HolidayCalendar): Reading {
  const counted = beside === 'before' || beside === 'after'
  const nationalDay = calendar.find(`${date.slice(0, 4)}-10-01`)
  return { kind: 'day', date, estimated: counted && nationalDay?.estimated === true }
}

function isOff(date: string, calendar: HolidayCalendar): boolean {
  return dayOff(date, calendar) !== null
}
