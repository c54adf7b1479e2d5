import { withoutGuard } from '../csv'
import { makeDate } from './day-arithmetic'
import type { Holiday } from './holiday'

/** Why a row of a holiday list is left out. */
export type HolidayRowError = 'date' | 'name' | 'kind' | 'duplicate'

export type HolidayList = {
  holidays: Holiday[]
  /** Rows that were left out, by their line from 1 on, with their text for showing. */
  errors: { row: number; text: string; code: HolidayRowError }[]
}

const kinds: Readonly<Record<string, Holiday['kind']>> = {
  off: 'off',
  休: 'off',
  休息: 'off',
  放假: 'off',
  work: 'work',
  班: 'work',
  上班: 'work',
  补班: 'work',
}
const datePattern = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/
const longestName = 40

/**
 * Reads a holiday list of the columns date, name and kind, comma, semicolon or tab between them, a heading allowed. A row that cannot
 * be read is left out and named, never guessed; of two rows for one date the first counts.
 */
export function parseHolidayCsv(text: string): HolidayList {
  const list: HolidayList = { holidays: [], errors: [] }
  const seen = new Set<string>()
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '') continue
    const cells = splitLine(line)
    if (index === 0 && isHeading(cells)) continue
    const holiday = readRow(cells)
    const code = typeof holiday === 'string' ? holiday : seen.has(holiday.date) ? 'duplicate' : null
    if (code !== null) list.errors.push({ row: index + 1, text: line, code })
    else if (typeof holiday !== 'string') {
      seen.add(holiday.date)
      list.holidays.push(holiday)
    }
  }
  return list
}

function isHeading([date = '', name = '']: string[]): boolean {
  return /^(?:date|日期|day)$/i.test(date) || /^(?:name|名称|节日)$/i.test(name)
}

function readRow([dateCell = '', nameCell = '', kindCell = '']: string[]):
  Holiday | HolidayRowError {
  const name = withoutGuard(nameCell)
  const parts = datePattern.exec(dateCell.normalize('NFKC'))
  const date =
    parts && makeDate(Number(parts[1]), Number(parts[2] ?? parts[4]), Number(parts[3] ?? parts[5]))
  if (!date) return 'date'
  if (name === '' || [...name].length > longestName) return 'name'
  const kind = kinds[kindCell.toLowerCase()]
  return kind === undefined ? 'kind' : { date, name, kind }
}

/** Cells of one line; a quoted cell may hold the separator and doubled quotes. */
function splitLine(line: string): string[] {
  const cells = line.matchAll(/(?:^|[,;\t])\s*(?:"((?:[^"]|"")*)"[^,;\t]*|([^,;\t]*))/g)
  return Array.from(cells, ([, quoted, plain = '']) =>
    (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim(),
  )
}
