import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '@shared/core/errors'
import { connect } from './connect'
import type { Book } from './handles'
import { getSchemaVersion } from './migrations'

/** What a copy of a book must show to be called whole. */
export type BookFacts = {
  /** Rows of every table, by table name. */
  rowCounts: Record<string, number>
  /** Hash of the last audit entry, empty while there is none. */
  auditHead: string
  schemaVersion: number
  pageSize: number
  pageCount: number
}

export type Snapshot = BookFacts & {
  /** Ends the hold; calling it again is harmless. */
  release(): void
}

type HoldOptions = {
  book: Book
  /** Page key, 32 bytes; overwritten with zeros before this returns or throws. */
  key: Buffer
  nativeBinding?: string
}

/**
 * Makes the bytes of the database file stand still, so that another process can copy them, while this process goes on
 * writing. All frames of the WAL are moved into the file; then a reader of the empty WAL (read mark 0) keeps every later
 * checkpoint from touching the file (https://www.sqlite.org/walformat.html, WAL_READ_LOCK(0)). Synchronous: no write can come
 * between. New commits stay in the WAL until `release`.
 * @throws AppError `backups.in-progress` when another reader holds the WAL
 */
export function holdSnapshot({ book, key, nativeBinding }: HoldOptions): Snapshot {
  const reader = connect({ path: book.path, key, readonly: true, ...binding(nativeBinding) })
  try {
    const [result] = book.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (result?.busy !== 0) throw new AppError('backups.in-progress', 'checkpoint is busy')
    reader.exec('BEGIN')
    const facts = readBookFacts(reader)
    if (statSync(`${book.path}-wal`).size !== 0)
      throw new AppError('backups.in-progress', 'WAL is not empty')
    return { ...facts, release: () => reader.close() }
  } catch (error) {
    reader.close()
    throw error
  }
}

/** Counts every table and reads the audit head, inside the caller's transaction if there is one. */
export function readBookFacts(raw: Database.Database): BookFacts {
  const names = raw
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
  const rowCounts = Object.fromEntries(
    names.map((name) => [
      name,
      Number(
        raw
          .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
          .pluck()
          .get(),
      ),
    ]),
  )
  return {
    rowCounts,
    auditHead: readAuditHead(raw, names),
    schemaVersion: getSchemaVersion(raw),
    pageSize: Number(raw.pragma('page_size', { simple: true })),
    pageCount: Number(raw.pragma('page_count', { simple: true })),
  }
}

function readAuditHead(raw: Database.Database, tables: string[]): string {
  if (!tables.includes('audit_event')) return ''
  const head = raw.prepare('SELECT hash FROM audit_event ORDER BY id DESC LIMIT 1').pluck().get()
  return typeof head === 'string' ? head : ''
}

function binding(path: string | undefined): { nativeBinding?: string } {
  return path === undefined ? {} : { nativeBinding: path }
}
