import { addMonthsTo, lastDayOfMonth, makeDate, partsOf } from '@shared/core/days/day-arithmetic'
import { yearOf } from './chinese-dates.rules'
import { firstComing } from './coming.rules'
import type { Reading, Rule } from './date-words'
import { freshNumber, numeral, readNumeral } from './numerals'

const months: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 }
/** 12月中国区 is not the middle of the month. */
const end = '(初|底|末|中旬|中(?![国标午间层部心方央秋行信位文期型等介奖断止]))'

/**
 * Beginnings, middles and ends: the 1st, the 15th and the last day. They are read ahead only: where they lie back (去年年底, 上月底)
 * nobody can say which day was meant.
 */
export const chineseEnds: readonly Rule[] = [
  {
    pattern: new RegExp(`(?:(上|本|这|下下|下)个?)?月${end}`, 'g'),
    read: (match, { today }) => {
      const [, which, name = ''] = match
      if (which === undefined && isBehindWord(match)) return null
      const first = `${today.slice(0, 8)}01`
      const candidates = which === undefined ? [0, 1] : [months[which] ?? 0]
      return ahead(
        today,
        candidates.map((month) => within(addMonthsTo(first, month), name)),
      )
    },
  },
  {
    pattern: new RegExp(
      `${freshNumber}(?:(\\d{4}|\\d{2}|[去今本明后])年的?)?(${numeral})月份?${end}`,
      'g',
    ),
    read: ([, said, monthText = '', name = ''], { today }) => {
      const month = readNumeral(monthText)
      if (month === null) return 'refuse'
      const year = said === undefined ? null : yearOf(said, today)
      const current = partsOf(today).year
      const inYears = year === null ? [current, current + 1] : [year]
      return ahead(
        today,
        inYears.map((each) => {
          const first = makeDate(each, month, 1)
          return first && within(first, name)
        }),
      )
    },
  },
  {
    pattern: /(?:(\d{4}|\d{2}|[前去今本明后])年的?年?|年)(初|底|末|终(?![奖总]))/g,
    read: (match, { today }) => {
      const [, said, name] = match
      if (said === undefined && isBehindWord(match)) return null
      const year = said === undefined ? null : yearOf(said, today)
      const current = partsOf(today).year
      const inYears = year === null ? [current, current + 1] : [year]
      const [month, day] = name === '初' ? [1, 1] : [12, 31]
      return ahead(
        today,
        inYears.map((each) => makeDate(each, month, day)),
      )
    },
  },
  {
    pattern: /(?:(本|这|下)个?)?(?:季度|季(?=[末底]))(初|末|底)/g,
    read: (match, { today }) => {
      const [, which, name] = match
      const { month } = partsOf(today)
      const first = addMonthsTo(`${today.slice(0, 8)}01`, -((month - 1) % 3))
      const candidates = which === undefined ? [0, 3] : [which === '下' ? 3 : 0]
      return ahead(
        today,
        candidates.map((months) => {
          const begin = addMonthsTo(first, months)
          return name === '初' ? begin : lastDayOfMonth(addMonthsTo(begin, 2))
        }),
      )
    },
  },
  {
    pattern: /(下下|下)个?月(?!份?[\d一二两三四五六七八九十廿卅初中底末内])/g,
    read: ([, which = ''], { today }) => ({
      kind: 'day',
      date: addMonthsTo(`${today.slice(0, 8)}01`, months[which] ?? 0),
    }),
  },
]

function within(first: string, name: string): string {
  if (name === '初') return first
  return name === '底' || name === '末' ? lastDayOfMonth(first) : `${first.slice(0, 8)}15`
}

function ahead(today: string, candidates: readonly (string | null)[]): Reading | 'refuse' {
  const date = firstComing(today, candidates)
  return date === null ? 'refuse' : { kind: 'day', date }
}

/** 个月底, 3月底 and 多年底: the word goes on from something before it. */
function isBehindWord({ input, index }: RegExpExecArray): boolean {
  return /[\d一二两三四五六七八九十几多个半每岁历满当]$/.test(input.slice(0, index))
}
