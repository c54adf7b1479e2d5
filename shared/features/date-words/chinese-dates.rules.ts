import { addMonthsTo, makeDate, partsOf } from '@shared/core/days/day-arithmetic'
import { comingDay, comingMonthDay } from './coming.rules'
import type { Rule } from './date-words'
import { freshNumber, numeral, readNumeral, readYear } from './numerals'

const years: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 本: 0, 明: 1, 后: 2 }
const year = '(?:(\\d{4}|\\d{2}|[零〇一二三四五六七八九]{4}|[前去今本明后])年的?)'
const months: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 }
/** What makes 12号 the number of a house, a machine or a contract. */
const numbered = '(?<![a-z路街巷弄道村楼栋幢座室房门线桌柜区里院厂店车机仓库月年同编])'
const thing =
  '(?![楼线店门机仓库院口桌位床车员厅柜室铺馆厂样色码字文柴汽电客货房球台街路公井泵段标卡内元游均程报志间本用常记期语益系方])'

/** 12月3日, 2026年12月3日, 明年3月5号, 下个月5号, 5号. */
export const chineseDates: readonly Rule[] = [
  {
    pattern: new RegExp(
      `${freshNumber}${year}?(${numeral})月份?(${numeral})(?:日|号)(?!内)|${freshNumber}${year}?(\\d{1,2})月(\\d{1,2})(?![\\d日号月点:个人%.元万\\-~至到/])`,
      'g',
    ),
    read: (match, { today }) => {
      const [, oneYear, oneMonth, oneDay, otherYear, otherMonth, otherDay] = match
      const month = readNumeral(oneMonth ?? otherMonth ?? '')
      const day = readNumeral(oneDay ?? otherDay ?? '')
      if (month === null || day === null) return 'refuse'
      const said = oneYear ?? otherYear
      const full = said === undefined ? null : yearOf(said, today)
      const date = full === null ? comingMonthDay(today, month, day) : makeDate(full, month, day)
      return date === null ? 'refuse' : { kind: 'day', date }
    },
  },
  {
    pattern: new RegExp(`(上|本|这|下下|下)个?月份?(${numeral})(?:号|日)`, 'g'),
    read: ([, which = '', dayText = ''], { today }) => {
      const first = addMonthsTo(`${today.slice(0, 8)}01`, months[which] ?? 0)
      const day = readNumeral(dayText)
      const { year: inYear, month } = partsOf(first)
      const date = day === null ? null : makeDate(inYear, month, day)
      return date === null ? 'refuse' : { kind: 'day', date }
    },
  },
  {
    pattern: new RegExp(`${freshNumber}${numbered}(${numeral})[号日]${thing}`, 'g'),
    read: ([, dayText = ''], { today }) => {
      const day = readNumeral(dayText)
      const date = day === null ? null : comingDay(today, day)
      return date === null ? 'refuse' : { kind: 'day', date }
    },
  },
]

/** The full year of 2026, 26, 二〇二六 and 明; two digits are those of this century. */
export function yearOf(said: string, today: string): number | null {
  const ahead = years[said]
  if (ahead !== undefined) return partsOf(today).year + ahead
  return /^\d{2}$/.test(said) ? 2000 + Number(said) : readYear(said)
}
