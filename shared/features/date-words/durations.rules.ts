import { toIsoDate } from '@shared/core/dates'
import {
  addDays,
  addMonthsTo,
  makeDate,
  minutesOf,
  partsOf,
} from '@shared/core/days/day-arithmetic'
import { addWorkdays } from '@shared/core/days/workdays'
import type { Here, Reading, Rule } from './date-words'
import { englishNumber, freshNumber, numeral, readEnglishNumber, readNumeral } from './numerals'

type Unit = 'minute' | 'hour' | 'workday' | 'day' | 'week' | 'month' | 'year'

const chineseUnits: Readonly<Record<string, Unit>> = {
  分钟: 'minute',
  小时: 'hour',
  钟头: 'hour',
  工作日: 'workday',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
}
const englishUnits: Readonly<Record<string, Unit>> = {
  min: 'minute',
  minute: 'minute',
  hr: 'hour',
  hour: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
}
const englishUnit =
  '(min(?:ute)?s?|hrs?|hours?|(?:business |working )days?|workdays?|days?|weeks?|fortnights?|months?|years?)'
const since = '(之后|以后|后|之前|以前|前)'

/** 3天后, 两周后, 半个月后, 2个工作日后, 半小时后, 三天前; in 3 days, in half an hour, 2 weeks ago. */
export const durations: readonly Rule[] = [
  {
    pattern: new RegExp(
      `${freshNumber}(${numeral}|\\d+\\.\\d)个?(半)?个?(分钟|小时|钟头|工作日|天|日|周|星期|礼拜|月|年)${since}`,
      'g',
    ),
    read: ([, countText = '', half, unitText = '', side = ''], here) => {
      const count = countText.includes('.') ? Number(countText) : readNumeral(countText)
      const unit = chineseUnits[unitText]
      // 12月前 is before December, 2026年后 after 2026: a number of months has its 个.
      if (!unit || count === null) return 'refuse'
      return move(here, count + (half ? 0.5 : 0), unit, side.endsWith('前') ? -1 : 1)
    },
  },
  {
    // A month without 个 is December, a year of four digits a year.
    pattern: new RegExp(`${freshNumber}(?:${numeral}月|\\d{4}年)${since}`, 'g'),
    read: () => 'refuse',
  },
  {
    pattern: new RegExp(`(?<!个)半个?(小时|钟头|天|月|年)${since}`, 'g'),
    read: ([, unitText = '', side = ''], here) => {
      const sign = side.endsWith('前') ? -1 : 1
      const unit = chineseUnits[unitText]
      // Half a month is fifteen days, half a year six months; half a day is no date.
      if (unit === 'month') return move(here, 15, 'day', sign)
      if (unit === 'year') return move(here, 6, 'month', sign)
      return unit === 'hour' ? move(here, 0.5, 'hour', sign) : 'refuse'
    },
  },
  {
    pattern: new RegExp(`([一三])刻钟${since}`, 'g'),
    read: ([, count, side = ''], here) =>
      move(here, count === '一' ? 15 : 45, 'minute', side.endsWith('前') ? -1 : 1),
  },
  {
    pattern: new RegExp(
      `\\bin (${englishNumber}|\\d+\\.\\d)( and a half)? ${englishUnit}\\b(?! or )`,
      'g',
    ),
    read: ([, count = '', half, unit = ''], here) =>
      moveEnglish(here, count, unit, 1, half !== undefined),
  },
  {
    pattern: /\bin (?:half an hour|an hour and a half)\b/g,
    read: ([words], here) => move(here, words.includes('and') ? 1.5 : 0.5, 'hour', 1),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.\\-/:])\\b(${englishNumber}) ${englishUnit} (from now|from today|later|ago)\\b`,
      'g',
    ),
    read: ([, count = '', unit = '', side], here) =>
      moveEnglish(here, count, unit, side === 'ago' ? -1 : 1, false),
  },
]

function moveEnglish(
  here: Here,
  countText: string,
  unitText: string,
  sign: 1 | -1,
  half: boolean,
): Reading | 'refuse' {
  const count = countText.includes('.') ? Number(countText) : readEnglishNumber(countText)
  if (count === null) return 'refuse'
  if (unitText.startsWith('fortnight')) return move(here, count * 2, 'week', sign)
  if (/^(?:business|work)/.test(unitText)) return move(here, count, 'workday', sign)
  const unit = englishUnits[unitText.replace(/s$/, '')]
  return unit ? move(here, count + (half ? 0.5 : 0), unit, sign) : 'refuse'
}

/** Refuses halves of what cannot be halved, and whatever leaves the calendar. */
function move(here: Here, count: number, unit: Unit, sign: 1 | -1): Reading | 'refuse' {
  const moved = count * sign
  if (unit === 'minute' || unit === 'hour') return moment(here, moved * (unit === 'hour' ? 60 : 1))
  if (!Number.isInteger(count) || count === 0 || count > 9999) return 'refuse'
  const date = moveDate(here, moved, unit)
  const { year, month, day } = partsOf(date)
  return makeDate(year, month, day) === date ? { kind: 'day', date } : 'refuse'
}

function moveDate({ today, calendar }: Here, moved: number, unit: Unit): string {
  if (unit === 'workday') return addWorkdays(today, moved, calendar)
  if (unit === 'month' || unit === 'year') {
    return addMonthsTo(today, moved * (unit === 'year' ? 12 : 1))
  }
  return addDays(today, moved * (unit === 'week' ? 7 : 1))
}

/** Hours and minutes pass by the clock of the computer, also over a change to summer time. */
function moment({ now }: Here, moved: number): Reading | 'refuse' {
  if (Math.abs(moved) > 366 * 1440) return 'refuse'
  const instant = now + Math.round(moved) * 60_000
  return { kind: 'moment', date: toIsoDate(instant), time: minutesOf(instant) }
}
