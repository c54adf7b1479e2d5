import type Database from 'better-sqlite3'
import { findSqliteCode } from './sqlite-errors'

export type RowsSaved = {
  /** Row ids that are in the new file. */
  saved: Set<number>
  /** Row ids that an index knows, whether their rows could be read or not. */
  known: Set<number>
  /** Stretches of the table that could not be read, each a page or several in a row. */
  holes: number
}

type Put = (row: unknown[]) => void

/** Rows between two breaths, in which a cancel may come through. */
const rowsAStep = 2000

/**
 * Reads every row of a table that can be read, in the order of row ids. Around a page that cannot, the range is halved until what is
 * missing is closed in; that costs two reads for each lost row. Yields the number of rows so far.
 * @param put takes the values in the order of `columns`
 * @throws whatever is no damage, of the source or of `put`
 */
export function* readRows(
  source: Database.Database,
  table: string,
  columns: string[],
  put: Put,
): Generator<number, RowsSaved> {
  const known = listKnownIds(source, table)
  const saved = new Set<number>()
  const list = columns.map(quote).join(', ')
  const select = source
    .prepare<[number, number]>(
      `SELECT rowid, ${list} FROM ${quote(table)} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
    )
    .raw()
    .safeIntegers()
  let holes = 0
  let isHole = false
  let putError: unknown = null
  const pending: [number, number][] = [[1, lastIdOf(source, table, known)]]
  for (let range = pending.pop(); range; range = pending.pop()) {
    const [from, to] = range
    let next = from
    try {
      for (const row of select.iterate(from, to) as Iterable<[bigint, ...unknown[]]>) {
        const [id, ...values] = row
        try {
          put(values)
        } catch (error) {
          // Trouble with the new file is no damage of the old one.
          putError = error
          throw error
        }
        saved.add(Number(id))
        next = Number(id) + 1
        isHole = false
        if (saved.size % rowsAStep === 0) yield saved.size
      }
      continue
    } catch (error) {
      if (error === putError || !isDamage(error)) throw error
    }
    if (next > to) continue
    if (next > from) pending.push([next, to])
    else if (from < to) {
      const middle = from + Math.floor((to - from) / 2)
      pending.push([middle + 1, to], [from, middle])
    } else if (!isHole) {
      isHole = true
      holes += 1
    }
  }
  return { saved, known, holes }
}

/** From both ends of every whole index, so that one bad page in each hides no more than itself. */
function listKnownIds(source: Database.Database, table: string): Set<number> {
  const ids = new Set<number>()
  for (const columns of listIndexes(source, table))
    for (const order of ['ASC', 'DESC']) {
      const by = columns.names.map((name) => `${quote(name)} ${order}`).join(', ')
      const sql = `SELECT rowid FROM ${quote(table)} INDEXED BY ${quote(columns.index)} ORDER BY ${by}, rowid ${order}`
      const isWhole = unlessDamaged(() => {
        for (const id of source.prepare(sql).pluck().iterate()) ids.add(Number(id))
      })
      if (isWhole) break
    }
  return ids
}

function listIndexes(source: Database.Database, table: string) {
  const list = source.pragma(`index_list(${quote(table)})`) as { name: string; partial: number }[]
  return list
    .filter(({ partial }) => partial === 0)
    .map(({ name }) => {
      const columns = source.pragma(`index_xinfo(${quote(name)})`) as {
        name: string | null
        key: number
      }[]
      return { index: name, names: columns.filter(({ key }) => key === 1).map((one) => one.name) }
    })
    .filter((one): one is { index: string; names: string[] } => !one.names.includes(null))
}

/** The highest row id that anything knows of. */
function lastIdOf(source: Database.Database, table: string, known: Set<number>): number {
  let last = 0
  for (const id of known) last = Math.max(last, id)
  const questions = [
    `SELECT max(rowid) FROM ${quote(table)}`,
    `SELECT seq FROM sqlite_sequence WHERE name = '${table}'`,
  ]
  for (const sql of questions)
    unlessDamaged(() => (last = Math.max(last, Number(source.prepare(sql).pluck().get() ?? 0))))
  return last
}

/** False when the work came upon a page that cannot be read. */
export function unlessDamaged(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/** True for a page that does not decrypt, makes no sense, or is not given by the disk. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(findSqliteCode(error) ?? '')
}

/** About how many rows a table has; 0 where even that cannot be read. */
export function estimateRows(source: Database.Database, table: string): number {
  let rows = 0
  const questions = [
    `SELECT count(*) FROM ${quote(table)}`,
    `SELECT seq FROM sqlite_sequence WHERE name = '${table}'`,
  ]
  for (const sql of questions)
    if (unlessDamaged(() => (rows = Number(source.prepare(sql).pluck().get() ?? 0)))) break
  return rows
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** What `read` answers, or null where it came upon a page that cannot be read. */
export function findUnlessDamaged<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}
