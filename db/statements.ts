import type Database from 'better-sqlite3'
import type { ReadHandle } from './handles'

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()
const queries = new WeakMap<Database.Database, Map<object, unknown>>()

/**
 * A raw statement, compiled once per connection and text. Parsing SQL anew costs more than most queries; the texts come
 * from a closed set of fragments, so the cache stays small.
 */
export function statement<Row = unknown>(
  handle: Pick<ReadHandle, 'raw'>,
  sql: string,
): Database.Statement<unknown[], Row> {
  const known = statements.get(handle.raw) ?? new Map<string, Database.Statement>()
  statements.set(handle.raw, known)
  const found = known.get(sql) ?? handle.raw.prepare(sql)
  known.set(sql, found)
  return found as Database.Statement<unknown[], Row>
}

/** A drizzle query prepared once per connection; `build` is a module constant and serves as the key. */
export function prepared<Q>(handle: ReadHandle, build: (handle: ReadHandle) => Q): Q {
  const known = queries.get(handle.raw) ?? new Map<object, unknown>()
  queries.set(handle.raw, known)
  if (!known.has(build)) known.set(build, build(handle))
  return known.get(build) as Q
}
