import type Database from 'better-sqlite3'
import { AppError } from '@shared/core/errors'
import { connect, type ConnectOptions } from './connect'
import { getSchemaVersion } from './migrations'
import { findSqliteCode } from './sqlite-errors'

const openSession = 'open-session'

/**
 * Reads every page of a book whose last session did not close it, over a connection that cannot write: a damaged file must stay as it
 * was found. A book that was closed is not looked at. 3 s for 100 MB on a busy machine.
 * @throws AppError `vault.database-damaged`; the native error when a page does not decrypt
 */
export function checkAfterUncleanExit(options: Omit<ConnectOptions, 'readonly'>): void {
  const raw = connectReadonly(options)
  try {
    if (!wasLeftOpen(raw)) return
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new AppError('vault.database-damaged', 'quick check after an unclean exit')
  } finally {
    raw.close()
  }
}

/**
 * A new database is for a moment under a rollback journal, before it changes to a WAL. A crash then leaves a journal that SQLite
 * plays back first, which a connection that cannot write refuses.
 */
function connectReadonly(options: Omit<ConnectOptions, 'readonly'>): Database.Database {
  const again = () => ({ ...options, key: Buffer.from(options.key) })
  try {
    return connect({ ...again(), readonly: true })
  } catch (error) {
    if (findSqliteCode(error) !== 'SQLITE_READONLY_ROLLBACK') throw error
    connect(again()).close()
    return connect({ ...again(), readonly: true })
  } finally {
    options.key.fill(0)
  }
}

/**
 * True while a session has the book open, or after one that ended without closing it. Kept in the book itself, because the WAL beside it
 * may be lost or left behind for other reasons.
 */
export function wasLeftOpen(raw: Database.Database): boolean {
  if (getSchemaVersion(raw) === 0) return false
  return raw.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(openSession) === '1'
}

/** Notes that a session begins. */
export function noteOpened(raw: Database.Database): void {
  note(raw, '1')
}

/** Notes that the session ends well; never throws, since a full disk must not keep a book open. */
export function noteClosed(raw: Database.Database): void {
  try {
    note(raw, '0')
  } catch {
    // The next opening looks at every page, which costs time and nothing else.
  }
}

/** The row stays, so that the number of rows does not tell whether the book was open. */
function note(raw: Database.Database, value: '0' | '1'): void {
  raw
    .prepare(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    )
    .run(openSession, value)
}
