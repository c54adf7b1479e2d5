import {
  addDays,
  addMonthsTo,
  makeDate,
  partsOf,
  weekdayOf,
} from '@shared/core/days/day-arithmetic'
import { fromLunar, toLunar } from '@shared/core/lunar/lunar'

/** Days for which a date without a year is taken for one that has just been, and not for that of next year. */
const justBeen = 30

/** The first candidate that is not before today; null when there is none. */
export function firstComing(today: string, candidates: readonly (string | null)[]): string | null {
  return candidates.find((date) => date !== null && date >= today) ?? null
}

/**
 * A month and day without a year: the next to come, unless the last one is at most 30 days ago: then that one, which is past. A
 * 29 February that neither this nor next year has is no date.
 */
export function comingMonthDay(today: string, month: number, day: number): string | null {
  const { year } = partsOf(today)
  const dates = [year - 1, year, year + 1].map((each) => makeDate(each, month, day))
  return firstComing(addDays(today, -justBeen), dates)
}

/** A day of the month without its month: the next to come, today included, in a month that has it. */
export function comingDay(today: string, day: number): string | null {
  const first = `${today.slice(0, 8)}01`
  const months = [0, 1, 2].map((ahead) => partsOf(addMonthsTo(first, ahead)))
  return firstComing(
    today,
    months.map(({ year, month }) => makeDate(year, month, day)),
  )
}

/** The next day with this weekday, today included; 0 Sunday to 6 Saturday. */
export function comingWeekday(today: string, weekday: number): string {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7)
}

/**
 * A lunar month and day, the next to come; the 29th stands for the 30th that a short month has not. A leap month is looked for in the
 * years that may be meant, this and the next.
 */
export function comingLunar(
  today: string,
  month: number,
  day: number,
  isLeap = false,
): string | null {
  const year = toLunar(today)?.year
  if (year === undefined) return null
  return firstComing(
    today,
    [year, year + 1].map(
      (each) =>
        fromLunar({ year: each, month, day, isLeap }) ??
        (day === 30 ? fromLunar({ year: each, month, day: 29, isLeap }) : null),
    ),
  )
}

/** A day of the lunar month without its month, the next to come: 初五. */
export function comingLunarDay(today: string, day: number): string | null {
  for (let ahead = 0; ahead < 60; ahead += 1) {
    const date = addDays(today, ahead)
    if (toLunar(date)?.day === day) return date
  }
  return null
}
