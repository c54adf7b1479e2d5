import { makeDate } from '../days/day-arithmetic'

/**
 * Tomb-Sweeping Day, when the sun stands at 15°: 4, 5 or 6 April by the usual formula of the centuries, which agrees with the computed
 * solar term in every year from 1900 to 2100.
 * @returns null outside these years
 */
export function qingmingOf(year: number): string | null {
  if (year < 1900 || year > 2100) return null
  // 2100 belongs to the next century, which begins as the last one did.
  const base = year < 2000 || year === 2100 ? 5.59 : 4.81
  const inCentury = year % 100
  return makeDate(year, 4, Math.floor(inCentury * 0.2422 + base) - Math.floor(inCentury / 4))
}
