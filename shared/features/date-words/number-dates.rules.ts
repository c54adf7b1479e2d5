import { makeDate } from '@shared/core/days/day-arithmetic'
import { comingMonthDay } from './coming.rules'
import type { Reading, Rule } from './date-words'

/** 1/2 to 3/4 are parts of a whole as often as they are dates. */
const fraction = /^(?:1\/[2-9]|2\/[35]|3\/[458]|[57]\/8)$/
const counted =
  '(?!\\s*(?:[的天个人号日月年元万亿周次件台箱盒套页杯点分岁%折成倍寸期版]|以上|左右|days?\\b|weeks?\\b|months?\\b|people\\b|pcs\\b))'

/** Dates in figures: the year first or month and day, in this order only. */
export const numberDates: readonly Rule[] = [
  {
    pattern:
      /(?<![\w./-])((?:19|20|21)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)(?:t(?=\d))?/g,
    read: ([, year, , month, day]) => dated(makeDate(Number(year), Number(month), Number(day))),
  },
  {
    // 3/12/2026 and 26-12-03 do not say which is the month.
    pattern: /(?<![\w./-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/g,
    read: () => 'refuse',
  },
  {
    pattern: new RegExp(`(?<![\\w./-])(\\d{1,2})/(\\d{1,2})(?![\\w/%]|[.-]\\d)${counted}`, 'g'),
    read: ([written, month, day], { today }) => {
      const reading = dated(comingMonthDay(today, Number(month), Number(day)))
      return reading === 'refuse' ? reading : { ...reading, weak: fraction.test(written) }
    },
  },
  {
    // 2-3 is a range unless it is padded or stands with a time.
    pattern: new RegExp(
      `(?<![\\w./\\-\\u4e00-\\u9fff])(\\d{1,2})-(\\d{1,2})(?![\\w/%]|[.-]\\d)${counted}`,
      'g',
    ),
    read: ([written, month, day], { today }) => {
      const reading = dated(comingMonthDay(today, Number(month), Number(day)))
      if (reading === 'refuse') return reading
      return { ...reading, weak: !/^\d\d-\d\d$/.test(written) || Number(day) <= 12 }
    },
  },
  {
    pattern: /^\s*((?:19|20|21)\d{2})(\d{2})(\d{2})\s*$/g,
    read: ([, year, month, day], { whole }) =>
      whole ? dated(makeDate(Number(year), Number(month), Number(day))) : 'refuse',
  },
]

function dated(date: string | null): Extract<Reading, { kind: 'day' }> | 'refuse' {
  return date === null ? 'refuse' : { kind: 'day', date }
}
