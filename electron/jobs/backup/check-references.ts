import type Database from 'better-sqlite3'
import { damaged } from './errors'

/** A foreign key of one whole-number column that names the whole-number key of its parent. */
type PlainKey = { column: string; parent: string; target: string; isIndexed: 0 | 1 }

/** Only what a single query can look up as SQLite itself would: no composite keys, no conversion, no collation. */
const plainKeysSql = `
  SELECT own.name AS "column", key."table" AS parent, target.name AS target,
    EXISTS (SELECT 1 FROM pragma_index_list(:table) AS i JOIN pragma_index_info(i.name) AS first ON first.seqno = 0
      WHERE first.cid = own.cid) AS isIndexed
  FROM pragma_foreign_key_list(:table) AS key
  JOIN pragma_table_info(:table) AS own ON own.name = key."from" COLLATE NOCASE
  JOIN pragma_table_info(key."table") AS target ON target.pk = 1
  WHERE upper(own.type) = 'INTEGER' AND upper(target.type) = 'INTEGER'
    AND (key."to" IS NULL OR target.name = key."to" COLLATE NOCASE)
    AND NOT EXISTS (SELECT 1 FROM pragma_table_info(key."table") WHERE pk > 1)
    AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(:table) AS other WHERE other.id = key.id AND other.seq > 0)`

/**
 * Looks up every foreign key of every table, with the verdict of `PRAGMA foreign_key_check` in about half of its time: that one reads
 * all rows of each table and seeks each of their parents, even where an index holds all that is asked. An index may be trusted here
 * because the same proof seeks every row in every index and compares how many entries each has: one that hides a broken reference
 * does not pass there. Keys that are not plain are left to the pragma.
 * @throws AppError `backups.damaged`; native errors of a database that does not read
 */
export function assertReferences(raw: Database.Database): void {
  for (const sql of listReferenceQueries(raw))
    if (raw.prepare(sql).get() !== undefined) throw damaged('foreign keys')
}

/** What is asked of all tables; each answers a row when a reference is broken. */
export function listReferenceQueries(raw: Database.Database): string[] {
  const tables = raw
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all()
  return tables.flatMap((table) => queriesOf(raw, table))
}

function queriesOf(raw: Database.Database, table: string): string[] {
  const keys = Number(
    raw.prepare('SELECT count(DISTINCT id) FROM pragma_foreign_key_list(?)').pluck().get(table),
  )
  if (keys === 0) return []
  const plain = raw.prepare<[{ table: string }], PlainKey>(plainKeysSql).all({ table })
  if (plain.length < keys) return [`PRAGMA foreign_key_check(${quoted(table)})`]
  const scanned = plain.filter(({ isIndexed }) => isIndexed === 0)
  return [
    ...plain.filter(({ isIndexed }) => isIndexed === 1).map((key) => queryOfIndex(table, key)),
    ...(scanned.length > 0 ? [queryOfRows(table, scanned)] : []),
  ]
}

/** Each value once, in the order of the index, so that the parents are read in order too. */
function queryOfIndex(table: string, key: PlainKey): string {
  const column = quoted(key.column)
  const values = `SELECT DISTINCT ${column} AS value FROM ${quoted(table)} WHERE ${column} IS NOT NULL`
  return `SELECT 1 FROM (${values}) AS child WHERE ${isBroken(key, 'child.value')} LIMIT 1`
}

/** All of them in one pass over the rows. */
function queryOfRows(table: string, keys: PlainKey[]): string {
  const broken = keys.map((key) => {
    const value = `child.${quoted(key.column)}`
    return `(${value} IS NOT NULL AND ${isBroken(key, value)})`
  })
  return `SELECT 1 FROM ${quoted(table)} AS child WHERE ${broken.join(' OR ')} LIMIT 1`
}

function isBroken({ parent, target }: PlainKey, value: string): string {
  return `NOT EXISTS (SELECT 1 FROM ${quoted(parent)} AS parent WHERE parent.${quoted(target)} = ${value})`
}

/** A name of the schema for a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
