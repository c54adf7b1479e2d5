import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { AppError } from '@shared/core/errors'
import { assertPragmas, connect } from './connect'
import { replayCustomSql } from './custom-sql/replay'
import type { Book, ReadHandle } from './handles'
import { assertKnownSchema, migrate } from './migrations'
import { checkAfterUncleanExit, noteClosed, noteOpened } from './quick-check'
import { toOpenError } from './sqlite-errors'

export type { Book }

export type OpenOptions = {
  path: string
  /** 32 bytes; overwritten with zeros here, whatever the outcome. */
  key: Buffer
  /** `create` makes a new file and refuses an existing one; `open` never makes a file. */
  mode: 'create' | 'open'
  nativeBinding?: string
  /** For looking at a book without changing it: no migration, no trigger, no write at all. */
  readonly?: boolean
}

/**
 * Opens the encrypted database: key, pragmas, migrations, triggers, then one write after which every pragma is checked. When the last
 * session did not close the book, all of it is read before anything is written.
 * @throws AppError vault.database-missing, vault.database-damaged, vault.newer-schema, vault.in-use, vault.book-exists,
 * core.disk-full, core.read-only
 */
export function openBook(options: OpenOptions): Book {
  let raw: Database.Database | null = null
  try {
    assertFile(options)
    if (options.mode === 'open' && !options.readonly) checkBeforeWriting(options)
    raw = connect(options)
    if (options.readonly) assertKnownSchema(raw)
    else prepareForWriting(raw)
    return toBook(raw, options)
  } catch (error) {
    closeQuietly(raw)
    throw toOpenError(error)
  } finally {
    options.key.fill(0)
  }
}

function assertFile({ path, mode, readonly }: OpenOptions): void {
  if (mode === 'create') {
    if (existsSync(path)) throw new AppError('vault.book-exists')
    return
  }
  if (!existsSync(path)) throw new AppError('vault.database-missing')
  // SQLite takes an empty file for a new database and would fill it: it is a lost one.
  if (statSync(path).size === 0) throw new AppError('vault.database-damaged', 'empty file')
  if (readonly) return
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch {
    throw new AppError('core.read-only')
  }
}

function checkBeforeWriting({ path, key, nativeBinding }: OpenOptions): void {
  const binding = nativeBinding === undefined ? {} : { nativeBinding }
  checkAfterUncleanExit({ path, key: Buffer.from(key), ...binding })
}

function prepareForWriting(raw: Database.Database): void {
  migrate(raw)
  replayCustomSql(raw)
  raw
    .prepare(
      `INSERT INTO setting (key, value) VALUES ('openings', '1')
       ON CONFLICT DO UPDATE SET value = CAST(value + 1 AS TEXT)`,
    )
    .run()
  noteOpened(raw)
  assertPragmas(raw)
}

function toBook(raw: Database.Database, { path, readonly }: OpenOptions): Book {
  const read = { raw, orm: drizzle(raw) } as unknown as ReadHandle
  const close = () => {
    if (raw.open && !readonly) noteClosed(raw)
    raw.close()
  }
  return { read, raw, path, close }
}

function closeQuietly(raw: Database.Database | null): void {
  try {
    raw?.close()
  } catch {
    // The error that led here is the one to report.
  }
}
