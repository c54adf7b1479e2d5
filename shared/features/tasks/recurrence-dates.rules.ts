import {
  addDays,
  daysFromTo,
  daysInMonth,
  makeDate,
  mondayOf,
  partsOf,
  weekdayOf,
} from '@shared/core/days/day-arithmetic'
import type { Recurrence } from './recurrence.schema'

/** Where the calendar of the program ends. */
const lastDate = '2200-12-31'

/**
 * The dates of a recurrence from a date on, as RFC 5545 has them: months and years without the day are left out, weeks begin on
 * Monday. Only a limit of count is counted from the beginning, at most a thousand; all others begin near `from`. It always ends, at
 * the latest with the year 2200.
 */
export function* ruleDates(
  { freq, interval, end, ...days }: Recurrence,
  start: string,
  from: string,
): Generator<string> {
  const last = end.kind === 'until' && end.date < lastDate ? end.date : lastDate
  const count = end.kind === 'count' ? end.count : Infinity
  const period = periods[freq]
  let counted = 0
  const passed = Math.floor(period.between(start, from < start ? start : from) / interval)
  let index = count === Infinity ? Math.max(0, passed) : 0
  for (; ; index += 1) {
    const { first, dates } = period.at(start, index * interval, days)
    if (first > last) return
    for (const date of dates) {
      if (date < start) continue
      counted += 1
      if (date > last || counted > count) return
      if (date >= from) yield date
    }
  }
}

type Days = Pick<Recurrence, 'byWeekday' | 'byMonthDay'>
type Period = {
  /** Whole periods from the one of `start` to the one of `date`. */
  between: (start: string, date: string) => number
  /** The dates within the period so many after that of `start`, in order, and a date not after any of them. */
  at: (start: string, offset: number, days: Days) => { first: string; dates: string[] }
}

const periods: Readonly<Record<Recurrence['freq'], Period>> = {
  daily: {
    between: daysFromTo,
    at: (start, offset) => only(addDays(start, offset)),
  },
  weekly: {
    between: (start, date) => daysFromTo(mondayOf(start), mondayOf(date)) / 7,
    at: (start, offset, { byWeekday }) => {
      const monday = addDays(mondayOf(start), offset * 7)
      const weekdays = byWeekday ?? [weekdayOf(start)]
      const places = weekdays.map((weekday) => (weekday + 6) % 7).sort((one, other) => one - other)
      return { first: monday, dates: places.map((place) => addDays(monday, place)) }
    },
  },
  monthly: {
    between: (start, date) => monthIndex(date) - monthIndex(start),
    at: (start, offset, { byMonthDay }) => {
      const index = monthIndex(start) + offset
      const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
      const day = byMonthDay ?? partsOf(start).day
      return inMonth(year, month, day === -1 ? daysInMonth(year, month) : day)
    },
  },
  yearly: {
    between: (start, date) => partsOf(date).year - partsOf(start).year,
    at: (start, offset) => {
      const { year, month, day } = partsOf(start)
      return inMonth(year + offset, month, day)
    },
  },
}

function only(date: string) {
  return { first: date, dates: [date] }
}

function inMonth(year: number, month: number, day: number) {
  const date = makeDate(year, month, day)
  const first = makeDate(year, month, 1) ?? '9999-12-31'
  return { first, dates: date === null ? [] : [date] }
}

function monthIndex(date: string): number {
  const { year, month } = partsOf(date)
  return year * 12 + month - 1
}
