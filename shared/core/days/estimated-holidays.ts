import { fromLunar } from '../lunar/lunar'
import { qingmingOf } from '../lunar/qingming'
import { addDays, makeDate } from './day-arithmetic'
import { festivalNames, type Festival, type Holiday } from './holiday'

/**
 * The statutory holidays of a year that no list tells: only the days that the law itself names (全国年节及纪念日放假办法), no bridged
 * and no worked weekends. New Year's Eve and 2 May are among them since 2025. After 2100 the lunar ones are missing.
 */
export function estimateHolidays(year: number): Holiday[] {
  const springFestival = fromLunar({ year, month: 1, day: 1, isLeap: false })
  const since2025 = year >= 2025
  return [
    ...days('new-year', makeDate(year, 1, 1), 1),
    ...days('spring-festival', springFestival, 3),
    ...(since2025 && springFestival ? days('spring-festival', addDays(springFestival, -1), 1) : []),
    ...days('qingming', qingmingOf(year), 1),
    ...days('labour-day', makeDate(year, 5, 1), since2025 ? 2 : 1),
    ...days('dragon-boat', fromLunar({ year, month: 5, day: 5, isLeap: false }), 1),
    ...days('mid-autumn', fromLunar({ year, month: 8, day: 15, isLeap: false }), 1),
    ...days('national-day', makeDate(year, 10, 1), 3),
  ]
}

function days(festival: Festival, first: string | null, count: number): Holiday[] {
  if (first === null) return []
  return Array.from({ length: count }, (_, index) => ({
    date: addDays(first, index),
    name: festivalNames[festival],
    kind: 'off',
  }))
}
