import { minutesOf } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar, type HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { dayOff, nextWorkday, type DayOff } from '@shared/core/days/workdays'
import { toIsoDate } from '@shared/core/dates'
import type { Here } from './date-words'
import { foldTyped } from './fold-typed.rules'
import { joinTokens, type Joined } from './join-tokens.rules'
import { readTokens } from './tokens.rules'

/** A date that stands in a text. */
export type FoundDate = {
  /** Its place in the text as typed, the end exclusive. */
  from: number
  to: number
  /** The words as typed. */
  source: string
  /** YYYY-MM-DD */
  date: string
  /** Minutes since midnight, 0–1439; null when only the day is said. */
  time: number | null
  /** It lies before now: a form asks, a record takes it. */
  past: boolean
  /** Counted around holidays of a year that is not announced yet, so that it may still move (春节后). */
  estimated: boolean
  /** Why the day is free, null when it is worked. */
  dayOff: DayOff | null
  /** The next working day, offered for a day off. */
  nextWorkday: string | null
}

export type DateWordsOptions = {
  /** The holidays of the book; without them those that are bundled. */
  calendar?: HolidayCalendar
}

/** Longer texts are pasted documents; what lies beyond is not looked at. */
const longest = 20_000
const bundled = makeHolidayCalendar([])

/**
 * Finds the dates in a text, Chinese or English, in order and not overlapping. What can be read in two ways is left alone.
 *
 * The year: a date without one is the next to come, unless the last was at most 30 days ago (then it is past). Two figures are this
 * century. The month: 5号 is the next 5th, today included. The week begins on Monday: 下周三 and next Wednesday are in the week after
 * this, 周三 and Wednesday are the next to come, today included unless the time said with it is over. Feasts and lunar days are
 * the next to come; 前 and 后 of a feast are the last and first working day around its days off, 年后 is after Spring Festival. 初 中 底
 * are the 1st, the 15th and the last day, and are read ahead only. 后 counts calendar days, months keep their day (D1), half a
 * month is 15 days. The time: hours 1 to 6 without a part of the day are of the afternoon, a time without a day is the next to come,
 * twelve at night ends the day that was named. Figures are year-month-day or month/day.
 * @param now epoch ms; day and time are those of the place where the computer stands
 */
export function readDateWords(
  text: string,
  now: number,
  options: DateWordsOptions = {},
): FoundDate[] {
  return find(text.slice(0, longest), now, options, false)
}

/** Reads a text that is nothing but one date, as in a date field; null for anything else. Also takes 20261203 and 1/2. */
export function parseDateWords(
  text: string,
  now: number,
  options: DateWordsOptions = {},
): FoundDate | null {
  if (text.length > 100) return null
  const [only, ...more] = find(text, now, options, true)
  if (!only || more.length > 0) return null
  const before = foldTyped(text.slice(0, only.from)).trim()
  const after = foldTyped(text.slice(only.to)).trim()
  return /^(?:on|by|at|在|于)?$/.test(before) && /^[。.]?$/.test(after) ? only : null
}

function find(
  text: string,
  now: number,
  { calendar = bundled }: DateWordsOptions,
  whole: boolean,
): FoundDate[] {
  const folded = foldTyped(text)
  const here: Here = {
    now,
    today: toIsoDate(now),
    minutes: minutesOf(now),
    calendar,
    whole,
    typed: text,
  }
  return joinTokens(folded, readTokens(folded, here), here).map((joined) =>
    describe(text, joined, here),
  )
}

function describe(
  text: string,
  { from, to, date, time, estimated }: Joined,
  here: Here,
): FoundDate {
  const off = dayOff(date, here.calendar)
  return {
    from,
    to,
    source: text.slice(from, to),
    date,
    time,
    past: date < here.today || (date === here.today && time !== null && time < here.minutes),
    estimated,
    dayOff: off,
    nextWorkday: off && nextWorkday(date, here.calendar),
  }
}
