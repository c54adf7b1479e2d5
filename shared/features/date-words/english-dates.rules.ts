import { makeDate } from '@shared/core/days/day-arithmetic'
import { comingDay, comingMonthDay } from './coming.rules'
import type { Reading, Rule } from './date-words'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?'
const day = '(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]*\\d|[a-z%:])'
const year = '(?:,? ((?:19|20|21)\\d{2})(?![\\d:]))?'

/** Dec 3, 3rd of December 2026, the 5th. */
export const englishDates: readonly Rule[] = [
  {
    pattern: new RegExp(`\\b${month} (?:the )?${day}${year}`, 'g'),
    read: ([, name = '', dayText, yearText], { today }) => dated(today, name, dayText, yearText),
  },
  {
    pattern: new RegExp(
      `(?<![\\w./:-])(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}${year}`,
      'g',
    ),
    read: ([, dayText, name = '', yearText], { today }) => dated(today, name, dayText, yearText),
  },
  {
    pattern:
      /\bthe (\d{1,2})(?:st|nd|rd|th)\b(?=\s*(?:$|[,.;!?，。；、)）\n]|at\b|in the\b|by\b|from\b|or\b|and\b))/g,
    read: ([, dayText], { today }) => {
      const date = comingDay(today, Number(dayText))
      return date === null ? 'refuse' : { kind: 'day', date }
    },
  },
]

function dated(
  today: string,
  name: string,
  dayText?: string,
  yearText?: string,
): Reading | 'refuse' {
  const number = months.findIndex((short) => name.startsWith(short)) + 1
  const date =
    yearText === undefined
      ? comingMonthDay(today, number, Number(dayText))
      : makeDate(Number(yearText), number, Number(dayText))
  return date === null ? 'refuse' : { kind: 'day', date }
}
