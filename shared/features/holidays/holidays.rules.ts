import { addDays, daysInMonth } from '@shared/core/days/day-arithmetic'
import type { Holiday, KnownHoliday } from '@shared/core/days/holiday'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import type { ListedHoliday, PlannedHoliday } from './holidays.schema'

/**
 * The days of a year that any list names, with where each comes from: what the business listed itself stands over the list that comes
 * with the program, and a year that neither tells is estimated (D5).
 * @param own rows of the holiday list of the book
 */
export function listYear(year: number, own: readonly Holiday[]): ListedHoliday[] {
  const ownDates = new Set(own.map(({ date }) => date))
  const [inForce, without] = [makeHolidayCalendar(own), makeHolidayCalendar([])]
  const first = `${year}-01-01`
  const days = 337 + daysInMonth(year, 2)
  return Array.from({ length: days }, (_, index) => addDays(first, index)).flatMap(
    (date): ListedHoliday[] => {
      const found = inForce.find(date)
      if (!found) return []
      if (!ownDates.has(date)) return [{ ...plain(found), origin: originOf(found), instead: null }]
      const other = without.find(date)
      const instead = other && { name: other.name, kind: other.kind, origin: originOf(other) }
      return [{ ...plain(found), origin: 'own', instead }]
    },
  )
}

/** What an import would do to each of its days; an estimate counts for nothing, since the list knows better. */
export function planImport(listed: readonly Holiday[], own: readonly Holiday[]): PlannedHoliday[] {
  const calendar = makeHolidayCalendar(own)
  return listed.map((holiday) => {
    const before = calendar.find(holiday.date)
    if (!before || before.estimated) return { ...holiday, change: 'new' }
    const isSame = before.name === holiday.name && before.kind === holiday.kind
    return { ...holiday, change: isSame ? 'same' : 'changed' }
  })
}

function plain({ date, name, kind }: KnownHoliday): Holiday {
  return { date, name, kind }
}

function originOf({ estimated }: KnownHoliday): 'bundled' | 'estimated' {
  return estimated ? 'estimated' : 'bundled'
}
