import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { statement } from './statements'

/** Only the connection is needed, so that reading, writing and opening handles serve alike. */
type Connection = { readonly raw: Database.Database }

/** A setting of the book that is stored as JSON; null when nobody set it yet. */
export function findJsonSetting<T extends z.ZodType>(
  connection: Connection,
  key: string,
  schema: T,
): z.output<T> | null {
  const sql = 'SELECT value FROM setting WHERE key = ?'
  const row = statement<{ value: string }>(connection, sql).get(key)
  return row ? schema.parse(JSON.parse(row.value)) : null
}

/** Sets or replaces a setting of the book. */
export function writeJsonSetting(connection: Connection, key: string, value: unknown): void {
  statement(
    connection,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value))
}
