import { comingLunar, comingLunarDay } from './coming.rules'
import type { Rule } from './date-words'
import { numeral, readNumeral } from './numerals'

const ones = '[一二三四五六七八九]'
/** A day as only the lunar calendar says it. */
const lunarDay = `初(?:十|${ones})|廿${ones}?`
/** A day as both calendars say it: only behind 农历 or a month that the lunar one alone has. */
const anyDay = `${lunarDay}|二?十${ones}?|三十`
const named: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 }

/** 腊月二十三, 正月初五, 农历八月十五, 闰六月初一, 大年初五, 初五: the next to come. */
export const lunarWords: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?:(?:农历|阴历|旧历)(闰)?([正冬腊]|${numeral})月(${anyDay})日?|(闰)?([正冬腊])月(${anyDay})|(闰)?(${numeral})月(${lunarDay}))`,
      'g',
    ),
    read: (match, { today }) => {
      const [, leap1, month1, day1, leap2, month2, day2, leap3, month3, day3] = match
      const leap = leap1 ?? leap2 ?? leap3
      const monthText = month1 ?? month2 ?? month3 ?? ''
      const dayText = day1 ?? day2 ?? day3 ?? ''
      const month = named[monthText] ?? readNumeral(monthText)
      const day = readLunarDay(dayText)
      const date =
        month === null || day === null ? null : comingLunar(today, month, day, leap !== undefined)
      return date === null ? 'refuse' : { kind: 'day', date }
    },
  },
  {
    pattern: new RegExp(`大年初(十|${ones})`, 'g'),
    read: ([, day = ''], { today }) => {
      const date = comingLunar(today, 1, readNumeral(day) ?? 0)
      return date === null ? 'refuse' : { kind: 'day', date }
    },
  },
  {
    // 初一 to 初三 are school years too.
    pattern: new RegExp(`(?<![上读念升月当最起年])初(十|${ones})(?![学生年级班中步次])`, 'g'),
    read: ([, day = ''], { today }) => {
      const date = comingLunarDay(today, readNumeral(day) ?? 0)
      return date === null ? 'refuse' : { kind: 'day', date }
    },
  },
]

function readLunarDay(text: string): number | null {
  return readNumeral(text.replace('初', ''))
}
