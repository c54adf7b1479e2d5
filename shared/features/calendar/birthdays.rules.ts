import { partsOf } from '@shared/core/days/day-arithmetic'
import { fromLunar, leapMonthOf, toLunar } from '@shared/core/lunar/lunar'
import { toLunarKey } from '@shared/core/lunar/lunar-key'

/** Months and days (MM-DD) of birth that are kept on a date: who was born on 29 February has the 28th in a common year. */
export function birthdaysOn(date: string): string[] {
  const day = date.slice(5)
  const isLeapYear = new Date(Date.UTC(partsOf(date).year, 1, 29)).getUTCDate() === 29
  return day === '02-28' && !isLeapYear ? [day, '02-29'] : [day]
}

/**
 * Lunar days that are kept on a date, as they are stored, by the same rules as `nextLunarBirthday`: those of a leap month in the month of
 * the same number where the year has no such leap month, and the 30th on the 29th of a short month.
 */
export function lunarBirthdaysOn(date: string): string[] {
  const lunar = toLunar(date)
  if (!lunar) return []
  const { year, month, day, isLeap } = lunar
  const isShort = day === 29 && fromLunar({ ...lunar, day: 30 }) === null
  const days = isShort ? [29, 30] : [day]
  const months = isLeap ? [true] : leapMonthOf(year) === month ? [false] : [false, true]
  return months.flatMap((leap) => days.map((of) => toLunarKey({ month, day: of, isLeap: leap })))
}

/** How many years old somebody becomes on a date; by the years of the lunar calendar where the birthday is kept by it. */
export function ageOn(birthDate: string, date: string, isLunar: boolean): number | null {
  const year = (of: string) => (isLunar ? toLunar(of)?.year : partsOf(of).year)
  const [born, now] = [year(birthDate), year(date)]
  return born === undefined || now === undefined || now < born ? null : now - born
}
