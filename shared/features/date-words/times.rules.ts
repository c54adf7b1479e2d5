import type { Reading, Rule } from './date-words'
import { dayParts, type DayPart } from './day-parts'
import { englishNumber, freshNumber, numeral, readEnglishNumber, readNumeral } from './numerals'

/** 晚7点, 早八点半: too short to stand for a part of the day without an hour; 晚一点 is a little later. */
const beforeHour = '(?!一点(?![半钟\\d]))(?=\\s?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})[点时:])'
const chineseParts: readonly (readonly [string, DayPart])[] = [
  ['凌晨', dayParts.smallHours],
  ['清晨|清早|一早|一大早|大清早', dayParts.earlyMorning],
  ['(?:早上|早晨|上午)(?!好)', dayParts.morning],
  ['(?:中午|正午|晌午)(?!好)', dayParts.noon],
  ['(?:下午|午后)(?!好)', dayParts.afternoon],
  ['傍晚', dayParts.dusk],
  ['(?:晚上|夜里|夜间|夜晚)(?!好)', dayParts.evening],
  ['半夜|深夜', dayParts.night],
  ['下班前|下班后|下班时', dayParts.closing],
  [`早${beforeHour}`, dayParts.morning],
  [`晚${beforeHour}`, dayParts.evening],
]
const englishParts: Readonly<Record<string, DayPart>> = {
  morning: dayParts.morning,
  afternoon: dayParts.afternoon,
  evening: dayParts.evening,
  night: dayParts.evening,
}
/** 三点建议 are three points, 八点五折 is a number. */
const point =
  '(?!建议|意见|要求|原因|说明|内容|注意|优势|问题|想法|不足|要点|理由|共识|多|[一二三四五六七八九\\d]+[折万亿元块米吨斤个%成倍])'

/** 周五九点 is no fifty-nine: a weekday ends where the hour begins. */
const freshHour = `(?:(?<!周|星期|礼拜)${freshNumber}|(?<=(?:周|星期|礼拜)[一二三四五六1-6]))`

/** Parts of the day, 3点半, 15:30, 3pm, noon. */
export const times: readonly Rule[] = [
  ...chineseParts.map(([names, part]): Rule => ({
    pattern: new RegExp(`(?:${names})`, 'g'),
    read: () => ({ kind: 'part', part }),
  })),
  {
    pattern: /\b(?:in the |at (?=night))?(morning|afternoon|evening|night)\b/g,
    read: ([, name = '']) => {
      const part = englishParts[name]
      return part ? { kind: 'part', part, weak: true } : null
    },
  },
  {
    pattern: /\b(?:(noon|midday)|midnight)\b|(午夜)|(零点|(?<![\d:.])0点)(?!\d)/g,
    read: ([, noon, , zero]) => clock(noon ? 12 : zero ? 0 : 24, 0, { exact: true }),
  },
  {
    pattern: new RegExp(
      `${freshHour}(${numeral})(?:(点钟?)|时)(?:(半)|(整(?![理合体改个修]))|([一三])刻|(零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|\\d{2})(?![\\d%个人元])分?|(\\d|[一二三四五六七八九])分(?!钟))?${point}`,
      'g',
    ),
    read: ([, hourText = '', pointed, half, whole, quarter, long, short]) => {
      const hour = readNumeral(hourText)
      const minute = minuteOf(half, quarter, long ?? short)
      if (hour === null || minute === null) return 'refuse'
      const more = half ?? whole ?? quarter ?? long ?? short
      // 3时, 两点 and 一点 alone are too short to be a time.
      const bare = !more && pointed !== '点钟' && (!pointed || /^[一两]$/.test(hourText))
      return clock(hour, minute, { exact: /^0\d/.test(hourText), weak: bare })
    },
  },
  {
    pattern:
      /(?<![\d:./\-]|\d[ap]m)(\d{1,2})(?::(\d{2})(?::\d{2})?|(?=\s?[ap]\.?m\b)|\.(\d{2})(?=\s?[ap]\.?m\b))(?![\d:%])(?:\s?([ap])\.?m\b\.?)?/g,
    read: ([, hourText = '', colon, dot, half]) =>
      clock(Number(hourText), Number(colon ?? dot ?? 0), {
        exact: half === undefined && /^0/.test(hourText),
        half: half === undefined ? null : half === 'a' ? 'am' : 'pm',
      }),
  },
  {
    pattern: new RegExp(`\\b(${englishNumber}) o'clock\\b`, 'g'),
    read: ([, hour = '']) => clock(readEnglishNumber(hour) ?? 99, 0, {}),
  },
  {
    pattern: new RegExp(`\\b(half|quarter) past (${englishNumber})\\b`, 'g'),
    read: ([, past, hour = '']) =>
      clock(readEnglishNumber(hour) ?? 99, past === 'half' ? 30 : 15, {}),
  },
  {
    pattern: /(?<=\bat )(\d{1,2})(?![\d:.,%/a-z-]|\s?(?:点|%|usd|rmb|cny|yuan|dollars|euros))/g,
    read: ([, hour = '']) => clock(Number(hour), 0, { weak: true }),
  },
]

function minuteOf(half?: string, quarter?: string, number = '0'): number | null {
  if (half) return 30
  if (quarter) return quarter === '一' ? 15 : 45
  return readNumeral(number.replace('零', ''))
}

function clock(
  hour: number,
  minute: number,
  more: { half?: 'am' | 'pm' | null; exact?: boolean; weak?: boolean },
): Reading | 'refuse' {
  const { half = null, exact = false, weak = false } = more
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return 'refuse'
  if (half !== null && (hour < 1 || hour > 12))
    return half === 'pm' && hour > 12 ? clock(hour, minute, {}) : 'refuse'
  return { kind: 'clock', hour, minute, half, exact: exact || hour > 12 || hour === 0, weak }
}
