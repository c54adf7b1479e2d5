import { existsSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '@shared/core/errors'
import { connect } from './connect'
import { assertKnownSchema, getSchemaVersion, migrate, migrations } from './migrations'
import { copyReadable } from './salvage-copy'
import { mendReferences } from './salvage-parents'
import { quote, readRows, unlessDamaged } from './salvage-rows'
import { toOpenError } from './sqlite-errors'

type Options = {
  /** The damaged database of a closed book; it and its WAL are only read. */
  path: string
  /** File to make; must not exist. Needs twice the space of the damaged one for a moment. */
  nextPath: string
  /** Page key, 32 bytes; overwritten with zeros before this returns or throws. */
  key: Buffer
  /** Epoch ms. */
  now: number
  nativeBinding?: string
}

export type SalvagedTable = {
  table: string
  /** Rows of the damaged file that are in the new one. */
  saved: number
  /** Rows that an index of the damaged file knows of, or that belong to a lost row, and that are not in the new one; at least. */
  lost: number
  /** Stretches of the table that could not be read, each of one page or several in a row. */
  holes: number
  /** Empty rows put in for lost ones that others belong to. */
  standIns: number
}
export type Salvage = {
  tables: SalvagedTable[]
  /** Pages of 4096 bytes that the disk does not give any more. */
  unreadablePages: number
}

/**
 * Makes a new book file, under the same key, of all rows that can be read in a damaged one, table by table. Works on a copy, because
 * looking into a file in WAL mode writes beside it. The new file has the schema version of the old one and whole references; the
 * next opening brings it up to date. What was lost of the audit trail shows there as a gap.
 * @throws AppError `vault.database-damaged` when the first page or the schema is damaged, so that no row can be told from another;
 * `vault.newer-schema`, `vault.book-exists`, `core.disk-full`
 */
export function salvageBook(options: Options): Salvage {
  const { path, nextPath, key } = options
  const work = `${nextPath}.source`
  try {
    if (existsSync(nextPath)) throw new AppError('vault.book-exists')
    remove(work)
    const unreadablePages = copyReadable(path, work)
    if (existsSync(`${path}-wal`)) copyReadable(`${path}-wal`, `${work}-wal`)
    return { tables: withBoth(options, work, saveTables), unreadablePages }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'vault.book-exists')) remove(nextPath)
    throw toOpenError(error)
  } finally {
    key.fill(0)
    remove(work)
  }
}

function withBoth<T>(
  { nextPath, key, now, nativeBinding }: Options,
  work: string,
  use: (source: Database.Database, target: Database.Database, now: number) => T,
): T {
  const binding = nativeBinding === undefined ? {} : { nativeBinding }
  const source = connect({ path: work, key: Buffer.from(key), readonly: true, ...binding })
  try {
    assertKnownSchema(source)
    const target = connect({ path: nextPath, key: Buffer.from(key), ...binding })
    try {
      migrate(target, migrations.slice(0, getSchemaVersion(source)))
      // Children may come before their parents; `mendReferences` looks at all of them afterwards.
      target.pragma('foreign_keys = OFF')
      return use(source, target, now)
    } finally {
      target.close()
    }
  } finally {
    source.close()
  }
}

function saveTables(
  source: Database.Database,
  target: Database.Database,
  now: number,
): SalvagedTable[] {
  const list = target.pragma('table_list') as { name: string; type: string; schema: string }[]
  const names = list
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
    .sort()
  const tables = names.map((table) => target.transaction(() => saveTable(source, target, table))())
  target.transaction(() => keepNumbers(source, target))()
  const mended = target.transaction(() => mendReferences(target, now))()
  if (target.pragma('integrity_check(1)', { simple: true }) !== 'ok')
    throw new AppError('vault.database-damaged', 'salvaged file is not whole')
  return tables.map(({ saved, lost, ...rest }) => {
    const orphans = mended.orphans[rest.table] ?? 0
    const standIns = mended.standIns[rest.table] ?? 0
    return { ...rest, saved: saved - orphans, lost: lost + orphans, standIns }
  })
}

function saveTable(source: Database.Database, target: Database.Database, table: string) {
  const info = target.pragma(`table_info(${quote(table)})`) as { name: string }[]
  const columns = info.map(({ name }) => name)
  const marks = columns.map(() => '?').join(', ')
  const insert = target.prepare(
    `INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}) VALUES (${marks})`,
  )
  const { saved, known, holes } = readRows(source, table, columns, (row) => insert.run(...row))
  const lost = [...known].filter((id) => !saved.has(id)).length
  return { table, saved: saved.size, lost, holes }
}

/** So that no number is given twice, not even that of a row that was deleted or lost. */
function keepNumbers(source: Database.Database, target: Database.Database): void {
  unlessDamaged(() => {
    const all = source.prepare<[], { name: string; seq: number }>('SELECT * FROM sqlite_sequence')
    for (const { name, seq } of all.all()) {
      const sql = 'UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?'
      if (target.prepare(sql).run(seq, name).changes > 0) continue
      target.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, seq)
    }
  })
}

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
}
