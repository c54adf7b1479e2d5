import { getTableColumns } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { WriteHandle } from './handles'
import { statement } from './statements'

type Insertion = { sql: string; keys: string[] }
const insertions = new Map<SQLiteTable, Insertion>()

/**
 * Inserts one row through a raw prepared statement made from the schema (several times faster than the query builder, which
 * matters for imports). Every column but the id must be given, null included.
 * @returns row id
 */
export function insertRow<T extends SQLiteTable>(
  write: WriteHandle,
  table: T,
  row: Required<Omit<T['$inferInsert'], 'id'>>,
): number {
  const { sql, keys } = insertionOf(table)
  const values = row as Record<string, unknown>
  return Number(statement(write, sql).run(keys.map((key) => values[key])).lastInsertRowid)
}

function insertionOf(table: SQLiteTable): Insertion {
  const known = insertions.get(table)
  if (known) return known
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key !== 'id')
  const names = columns.map(([, column]) => column.name).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const sql = `INSERT INTO ${getTableConfig(table).name} (${names}) VALUES (${marks})`
  const insertion = { sql, keys: columns.map(([key]) => key) }
  insertions.set(table, insertion)
  return insertion
}
