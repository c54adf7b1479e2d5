import { addDays, daysFromTo } from '../days/day-arithmetic'
import { firstLunarDay, firstLunarYear, lunarYears } from './lunar-table'

/** A day of the lunar calendar; `year` is the solar year in which its first month begins. */
export type LunarDate = { year: number; month: number; day: number; isLeap: boolean }

type LunarMonth = { month: number; isLeap: boolean; days: number }

/** Days from the beginning of the table to the first day of each of its years. */
const beginnings = lunarYears.reduce<number[]>(
  (sums, code) => [
    ...sums,
    (sums.at(-1) ?? 0) + monthsOf(code).reduce((sum, { days }) => sum + days, 0),
  ],
  [0],
)

/** The lunar day of a date, or null outside 10 February 1899 to 28 January 2101. */
export function toLunar(date: string): LunarDate | null {
  const count = daysFromTo(firstLunarDay, date)
  // The lunar year begins between 21 January and 20 February: it is that of the solar year or of the one before.
  const solar = Number(date.slice(0, 4)) - firstLunarYear
  const index = (beginnings[solar] ?? Infinity) <= count ? solar : solar - 1
  const code = lunarYears[index]
  if (code === undefined) return null
  let left = count - (beginnings[index] ?? 0)
  for (const { month, isLeap, days } of monthsOf(code)) {
    if (left < days) return { year: firstLunarYear + index, month, day: left + 1, isLeap }
    left -= days
  }
  return null
}

/** The date of a lunar day, or null when its year has no such month or day. */
export function fromLunar({ year, month, day, isLeap }: LunarDate): string | null {
  const index = year - firstLunarYear
  const code = lunarYears[index]
  if (code === undefined) return null
  let before = beginnings[index] ?? 0
  for (const each of monthsOf(code)) {
    if (each.month === month && each.isLeap === isLeap) {
      return day >= 1 && day <= each.days ? addDays(firstLunarDay, before + day - 1) : null
    }
    before += each.days
  }
  return null
}

/** The month of a lunar year that is followed by a leap month; 0 for none, also outside the table. */
export function leapMonthOf(year: number): number {
  return (lunarYears[year - firstLunarYear] ?? 0) & 0xf
}

function monthsOf(code: number): LunarMonth[] {
  const leap = code & 0xf
  const months: LunarMonth[] = []
  for (let month = 1; month <= 12; month += 1) {
    months.push({ month, isLeap: false, days: code & (0x10000 >> month) ? 30 : 29 })
    if (month === leap) months.push({ month, isLeap: true, days: code & 0x10000 ? 30 : 29 })
  }
  return months
}
