import { fromLunar, toLunar } from './lunar'

/**
 * The next date, from `from` on, on which somebody with a lunar birthday celebrates. A birthday in a leap month is in the month of the
 * same number where the year has no such leap month, and the 30th is on the 29th where that month is short.
 * @param month 1–12
 * @param day 1–30
 * @returns null where the lunar table ends, after 2100
 */
export function nextLunarBirthday(
  month: number,
  day: number,
  isLeap: boolean,
  from: string,
): string | null {
  const today = toLunar(from)
  if (!today) return null
  for (let year = today.year; year <= today.year + 1; year += 1) {
    const date = birthdayIn(year, month, day, isLeap)
    if (date !== null && date >= from) return date
  }
  return null
}

function birthdayIn(year: number, month: number, day: number, isLeap: boolean): string | null {
  const hasLeap = isLeap && fromLunar({ year, month, day: 1, isLeap: true }) !== null
  const exact = fromLunar({ year, month, day, isLeap: hasLeap })
  return exact ?? (day === 30 ? fromLunar({ year, month, day: 29, isLeap: hasLeap }) : null)
}
