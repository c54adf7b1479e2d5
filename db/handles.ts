import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

type Connection = {
  readonly orm: BetterSQLite3Database
  readonly raw: Database.Database
}

/** What a query gets: the type says that nothing is written through it. */
export type ReadHandle = Connection & { readonly [readable]: true }

/** What a command gets, inside its transaction only; a write handle reads too. */
export type WriteHandle = ReadHandle & { readonly [writable]: true }

/** One open book. `raw` is for the few places that manage the connection itself (backup, checkpoints). */
export type Book = {
  readonly read: ReadHandle
  readonly raw: Database.Database
  readonly path: string
  close(): void
}
