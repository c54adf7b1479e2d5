import type { RouteOutput } from '@shared/contract'
import type { Holiday } from '@shared/core/days/holiday'
import { lastAnnouncedYear } from '@shared/core/days/holiday-calendar'
import { parseHolidayCsv } from '@shared/core/days/holiday-csv'
import { AppError } from '@shared/core/errors'
import { listYear, planImport } from '@shared/features/holidays/holidays.rules'
import type { HolidayInput } from '@shared/features/holidays/holidays.schema'
import type { ReadContext, WriteContext } from '../context'
import type { WriteHandle } from '../handles'
import { listOwnHolidays } from '../holiday-calendar'
import { statement } from '../statements'

const longestShown = 80

/** The days of a year that a list names (D5). */
export function listHolidays(
  { read }: ReadContext,
  { year }: { year: number },
): RouteOutput<'holidays.list'> {
  const own = listOwnHolidays(read)
  return { days: listYear(year, own), lastAnnounced: lastAnnouncedYear(own) }
}

/** Lists a day, or changes what the list says of it. */
export function setHoliday({ write }: WriteContext, day: HolidayInput): { date: string } {
  keep(write, day)
  return { date: day.date }
}

/** @throws AppError holidays.not-listed for a day that is not of one's own */
export function removeHoliday(
  { write }: WriteContext,
  { date }: { date: string },
): { date: string } {
  const { changes } = statement(write, 'DELETE FROM holiday WHERE date = ?').run(date)
  if (changes === 0) throw new AppError('holidays.not-listed')
  return { date }
}

/** Takes every day of one's own of a year off. @returns how many */
export function resetHolidays(
  { write }: WriteContext,
  { year }: { year: number },
): { removed: number } {
  const { changes } = statement(write, 'DELETE FROM holiday WHERE date >= ? AND date <= ?').run(
    `${year}-01-01`,
    `${year}-12-31`,
  )
  return { removed: changes }
}

/** What importing a list would do, and which of its rows cannot be read. */
export function previewHolidays(
  { read }: ReadContext,
  { text }: { text: string },
): RouteOutput<'holidays.preview'> {
  const { holidays, errors } = parseHolidayCsv(text)
  return {
    days: planImport(holidays, listOwnHolidays(read)),
    errors: errors.map((error) => ({ ...error, text: error.text.slice(0, longestShown) })),
  }
}

/**
 * Lists the days of a list that say something new; rows that cannot be read are left out.
 * @throws AppError holidays.nothing-to-import when no row can be read
 */
export function importHolidays(
  { write }: WriteContext,
  { text }: { text: string },
): RouteOutput<'holidays.import'> {
  const days = planImport(parseHolidayCsv(text).holidays, listOwnHolidays(write))
  if (days.length === 0) throw new AppError('holidays.nothing-to-import')
  const changed = days.filter(({ change }) => change !== 'same')
  for (const day of changed) keep(write, day)
  return { saved: changed.length, same: days.length - changed.length }
}

function keep(write: WriteHandle, { date, name, kind }: Holiday): void {
  statement(
    write,
    `INSERT INTO holiday (date, name, kind) VALUES (?, ?, ?)
     ON CONFLICT (date) DO UPDATE SET name = excluded.name, kind = excluded.kind`,
  ).run(date, name, kind)
}
