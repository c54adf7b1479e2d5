import {
  addDays,
  addMonthsTo,
  lastDayOfMonth,
  makeDate,
  mondayOf,
  partsOf,
} from '@shared/core/days/day-arithmetic'
import { weekend } from './chinese-days.rules'
import { comingWeekday } from './coming.rules'
import type { Reading, Rule } from './date-words'
import { dayParts } from './day-parts'

const days: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  tmrw: 1,
  yesterday: -1,
  'day after tomorrow': 2,
  'day before yesterday': -2,
}
const parts = {
  morning: dayParts.morning,
  afternoon: dayParts.afternoon,
  evening: dayParts.evening,
  night: dayParts.evening,
} as const
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const weekday =
  '(sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tues|tue|wed|thurs|thur|thu|fri|sat)'
const weeks: Readonly<Record<string, number>> = { next: 1, last: -1 }

/** today to the day after tomorrow, tonight, Friday, next Friday, the weekend, next week, end of next month. */
export const englishDays: readonly Rule[] = [
  {
    pattern:
      /\b(?:the )?(today|tomorrow|tmrw|yesterday|day after tomorrow|day before yesterday)\b/g,
    read: ([, name = ''], { today }) => ({ kind: 'day', date: addDays(today, days[name] ?? 0) }),
  },
  {
    pattern: /\b(?:(tonight)|(?:(this)|(last)) (morning|afternoon|evening|night))\b/g,
    read: ([, , , last, name = 'evening'], { today }) => ({
      kind: 'day',
      date: addDays(today, last ? -1 : 0),
      part: parts[name as keyof typeof parts],
    }),
  },
  {
    pattern: new RegExp(
      `\\b(?:(next|this coming|this|last|coming) )?${weekday}\\b\\.?(?! week)`,
      'g',
    ),
    read: (match, { today, typed, whole }) => {
      const [found, which, name = ''] = match
      const at = match.index + found.indexOf(name)
      // sat and sun are words of their own; as days they are written large or led to.
      const large = /^[A-Z]/.test(typed.slice(at)) || whole || which !== undefined
      const led = /\b(?:on|by|until|till|before|from) $/.test(match.input.slice(0, at))
      if (!name.endsWith('day') && !large && !led) return null
      const number = numberOf(name)
      if (which === undefined) {
        return { kind: 'day', date: comingWeekday(today, number), weekday: number }
      }
      if (which.endsWith('coming')) return { kind: 'day', date: comingWeekday(today, number) }
      return { kind: 'day', date: inWeek(today, weeks[which] ?? 0, number) }
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:${weekday},? (?:of )?next week|next week,? (?:on )?${weekday})\\b`,
      'g',
    ),
    read: ([, before, after], { today }) => ({
      kind: 'day',
      date: inWeek(today, 1, numberOf(before ?? after ?? '')),
    }),
  },
  {
    pattern: /\b(?:(this|next|the) )weekend\b/g,
    read: ([, which], { today }) => ({
      kind: 'day',
      date: weekend(today, undefined, which === 'next' ? '下' : undefined),
    }),
  },
  {
    pattern:
      /\b(?:the )?(?:(beginning|start) of |(end) of )?(?:the )?(next|this) (week|month|quarter|year)\b/g,
    read: ([, begin, end, which, unit = ''], { today }) => {
      const ahead = which === 'next' ? 1 : 0
      if (end) return ending(today, unit, ahead)
      // next year is no date, but its beginning is.
      if (!ahead || (unit === 'year' && !begin)) return null
      return { kind: 'day', date: beginning(today, unit) }
    },
  },
  {
    pattern:
      /\b(?:the )?(?:end of (?:the )?(day|week|month|quarter|year)|(eod|cob|eow|eom|eoq|eoy)|close of business)\b/g,
    read: ([, unit, short], { today }) => {
      const name = unit ?? shortEnds[short ?? 'cob'] ?? 'day'
      if (name === 'day') return { kind: 'part', part: dayParts.closing }
      return ending(today, name, 0)
    },
  },
]

const shortEnds: Readonly<Record<string, string>> = {
  eod: 'day',
  cob: 'day',
  eow: 'week',
  eom: 'month',
  eoq: 'quarter',
  eoy: 'year',
}

function numberOf(name: string): number {
  return weekdays.findIndex((short) => name.startsWith(short))
}

function inWeek(today: string, ahead: number, weekdayNumber: number): string {
  return addDays(mondayOf(today), ahead * 7 + ((weekdayNumber + 6) % 7))
}

/** A week ends on Friday, as work does. */
function ending(today: string, unit: string, ahead: number): Reading | 'refuse' {
  const month = `${today.slice(0, 8)}01`
  if (unit === 'week') return { kind: 'day', date: inWeek(today, ahead, 5) }
  if (unit === 'month') return { kind: 'day', date: lastDayOfMonth(addMonthsTo(month, ahead)) }
  if (unit === 'quarter') {
    const first = addMonthsTo(quarterOf(today), ahead * 3)
    return { kind: 'day', date: lastDayOfMonth(addMonthsTo(first, 2)) }
  }
  const date = makeDate(partsOf(today).year + ahead, 12, 31)
  return date === null ? 'refuse' : { kind: 'day', date }
}

function beginning(today: string, unit: string): string {
  if (unit === 'week') return inWeek(today, 1, 1)
  if (unit === 'quarter') return addMonthsTo(quarterOf(today), 3)
  if (unit === 'year') return addMonthsTo(`${today.slice(0, 4)}-01-01`, 12)
  return addMonthsTo(`${today.slice(0, 8)}01`, 1)
}

/** The first day of the quarter of a date. */
function quarterOf(date: string): string {
  return addMonthsTo(`${date.slice(0, 8)}01`, -((partsOf(date).month - 1) % 3))
}
