import { bundledHolidays } from './bundled-holidays'
import { estimateHolidays } from './estimated-holidays'
import type { Holiday, KnownHoliday } from './holiday'

/** Looks up one date; null for a day that no list names, which is free when it is a Saturday or Sunday. */
export type HolidayCalendar = { find(date: string): KnownHoliday | null }

/**
 * The holidays by which days are counted; made once, asked often (R058). A day that the business listed itself wins over the
 * bundled notices, and a year that neither of them tells is estimated from the law.
 * @param own rows of the holiday list of the book
 */
export function makeHolidayCalendar(own: readonly Holiday[]): HolidayCalendar {
  const days = new Map<string, KnownHoliday>()
  for (const holiday of [...bundledHolidays, ...own]) {
    days.set(holiday.date, { ...holiday, estimated: false })
  }
  const estimates = new Map<number, Map<string, Holiday>>()
  return {
    find(date) {
      const known = days.get(date)
      if (known) return known
      const year = Number(date.slice(0, 4))
      // Every notice frees the National Day; a year with a few days of a business's own is still to be estimated.
      if (days.get(`${year}-10-01`)?.kind === 'off') return null
      let estimate = estimates.get(year)
      if (!estimate) {
        estimate = new Map(estimateHolidays(year).map((holiday) => [holiday.date, holiday]))
        estimates.set(year, estimate)
      }
      const holiday = estimate.get(date)
      return holiday ? { ...holiday, estimated: true } : null
    },
  }
}

/** The last year that a notice tells, bundled or listed: beyond it holidays are estimates. */
export function lastAnnouncedYear(own: readonly Holiday[]): number {
  const nationalDays = [...bundledHolidays, ...own].filter(
    ({ date, kind }) => date.endsWith('-10-01') && kind === 'off',
  )
  return Math.max(...nationalDays.map(({ date }) => Number(date.slice(0, 4))))
}
