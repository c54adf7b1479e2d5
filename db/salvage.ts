import { existsSync, rmSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { AppError } from '@shared/core/errors'
import { connect } from './connect'
import { assertKnownSchema, getSchemaVersion, migrate, migrations } from './migrations'
import { copyReadable } from './salvage-copy'
import { mendReferences } from './salvage-parents'
import { estimateRows, quote, readRows, unlessDamaged } from './salvage-rows'
import { toOpenError } from './sqlite-errors'

type Options = {
  /** The damaged database of a closed book; it and its WAL are only read. */
  path: string
  /** File to make; must not exist. Needs twice the space of the damaged one for a moment. */
  nextPath: string
  /** Page key, 32 bytes; overwritten with zeros before this ends. */
  key: Buffer
  /** Epoch ms. */
  now: number
  nativeBinding?: string
  /** Rows read so far, of about so many. */
  report?: (done: number, total: number) => void
  signal?: AbortSignal
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
 * @throws AppError `vault.beyond-salvage` when the first page or the schema is damaged, so that no row can be told from another;
 * `vault.newer-schema`, `vault.book-exists`, `core.disk-full`, `core.cancelled`
 */
export async function salvageBook(options: Options): Promise<Salvage> {
  const { path, nextPath, key, signal } = options
  const work = `${nextPath}.source`
  try {
    if (existsSync(nextPath)) throw new AppError('vault.book-exists')
    remove(work)
    const copying = signal ? { signal } : {}
    const unreadablePages = await copyReadable(path, work, copying)
    if (existsSync(`${path}-wal`)) await copyReadable(`${path}-wal`, `${work}-wal`, copying)
    return { tables: await withBoth(options, work), unreadablePages }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'vault.book-exists')) remove(nextPath)
    throw toSalvageError(error)
  } finally {
    key.fill(0)
    remove(work)
  }
}

function toSalvageError(error: unknown): unknown {
  const known = toOpenError(error)
  return known instanceof AppError && known.code === 'vault.database-damaged'
    ? new AppError('vault.beyond-salvage', known.message)
    : known
}

async function withBoth(options: Options, work: string): Promise<SalvagedTable[]> {
  const { nextPath, key, nativeBinding } = options
  const binding = nativeBinding === undefined ? {} : { nativeBinding }
  const source = connect({ path: work, key: Buffer.from(key), readonly: true, ...binding })
  try {
    assertKnownSchema(source)
    const target = connect({ path: nextPath, key: Buffer.from(key), ...binding })
    try {
      migrate(target, migrations.slice(0, getSchemaVersion(source)))
      // Children may come before their parents; `mendReferences` looks at all of them afterwards.
      target.pragma('foreign_keys = OFF')
      return await saveTables(source, target, options)
    } finally {
      target.close()
    }
  } finally {
    source.close()
  }
}

async function saveTables(
  source: Database.Database,
  target: Database.Database,
  { now, report, signal }: Options,
): Promise<SalvagedTable[]> {
  const list = target.pragma('table_list') as { name: string; type: string; schema: string }[]
  const names = list
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
    .sort()
  const total = names.reduce((sum, name) => sum + estimateRows(source, name), 0)
  const tables: Omit<SalvagedTable, 'standIns'>[] = []
  let done = 0
  for (const name of names) {
    await nextTurn()
    if (signal?.aborted) throw new AppError('core.cancelled')
    const tell = (rows: number) => report?.(Math.min(done + rows, total), total)
    const table = await saveTable(source, target, name, { tell, signal })
    done += table.saved
    tables.push(table)
  }
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

type Watch = { tell: (rows: number) => void; signal: AbortSignal | undefined }

/** One table in one transaction, with breaths in between in which a cancel may come through. */
async function saveTable(
  source: Database.Database,
  target: Database.Database,
  table: string,
  { tell, signal }: Watch,
) {
  const info = target.pragma(`table_info(${quote(table)})`) as { name: string }[]
  const columns = info.map(({ name }) => name)
  const marks = columns.map(() => '?').join(', ')
  target.exec('BEGIN')
  const insert = target.prepare(
    `INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}) VALUES (${marks})`,
  )
  const steps = readRows(source, table, columns, (row) => void insert.run(...row))
  try {
    for (;;) {
      const step = steps.next()
      if (step.done) {
        target.exec('COMMIT')
        const { saved, known, holes } = step.value
        tell(saved.size)
        const lost = [...known].filter((id) => !saved.has(id)).length
        return { table, saved: saved.size, lost, holes }
      }
      tell(step.value)
      await nextTurn()
      if (signal?.aborted) throw new AppError('core.cancelled')
    }
  } finally {
    // Lets go of a half-read table: its connection does not close otherwise.
    steps.return({ saved: new Set(), known: new Set(), holes: 0 })
  }
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
