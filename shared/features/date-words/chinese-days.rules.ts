import { addDays, mondayOf } from '@shared/core/days/day-arithmetic'
import { comingWeekday } from './coming.rules'
import type { Rule } from './date-words'
import { dayParts } from './day-parts'

const days: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
}
const parts = {
  早: dayParts.morning,
  晨: dayParts.earlyMorning,
  晚: dayParts.evening,
  夜: dayParts.evening,
} as const
const weeks: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 }
const weekday = '(?:周|星期|礼拜)'
/** 一周三次 is no Wednesday. */
const noWeekday = '(?<![\\d一二两三四五六七八九十几多整半])'

/** 今天 to 大后天, 今晚, 周三, 下周三, 周末, 下周. Weeks begin on Monday; 下 counts weeks from this one on. */
export const chineseDays: readonly Rule[] = [
  {
    pattern:
      /(大前|大后|[昨今明]|(?<![以之])前|(?<![以之今往然随最先节])后)(?:天|(?<=[昨今明])日(?!头条|[期子报本程常志])|儿(?!子))/g,
    read: ([, day = ''], { today }) => ({ kind: 'day', date: addDays(today, days[day] ?? 0) }),
  },
  {
    pattern: /([昨今明]|(?<![以之提])前(?=[晚夜]))(早|晨|晚|夜)(?:上|间|里)?/g,
    read: ([, day = '', part = ''], { today }) => ({
      kind: 'day',
      date: addDays(today, days[day] ?? 0),
      part: parts[part as keyof typeof parts],
    }),
  },
  {
    pattern: new RegExp(
      `${noWeekday}(?:(本|这个?)|(上上|上|下下|下)个?)?${weekday}([一二三四五六日天末]|[1-6](?!\\d))(?![次遍回])`,
      'g',
    ),
    read: ([, current, other, name = ''], { today }) => {
      if (name === '末') return { kind: 'day', date: weekend(today, current, other) }
      const index = '一二三四五六日天'.indexOf(name)
      const place = index < 0 ? Number(name) - 1 : Math.min(index, 6)
      if (!current && !other) {
        const number = (place + 1) % 7
        return { kind: 'day', date: comingWeekday(today, number), weekday: number }
      }
      const monday = addDays(mondayOf(today), (weeks[other ?? ''] ?? 0) * 7)
      return { kind: 'day', date: addDays(monday, place) }
    },
  },
  {
    pattern: new RegExp(`(下下|下)个?${weekday}初?(?![内末一二三四五六日天\\d])`, 'g'),
    read: ([, ahead = ''], { today }) => ({
      kind: 'day',
      date: addDays(mondayOf(today), (weeks[ahead] ?? 0) * 7),
    }),
  },
]

/** Saturday of the week that is meant; on a Sunday, today. */
export function weekend(today: string, current?: string, other?: string): string {
  const saturday = addDays(mondayOf(today), 5 + (weeks[other ?? ''] ?? 0) * 7)
  return !other && !current && saturday < today ? today : saturday
}
