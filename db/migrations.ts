import type Database from 'better-sqlite3'
import { AppError } from '@shared/core/errors'
import journal from './migrations/meta/_journal.json'
import { splitSearchTexts } from './migrations/split-search-texts'

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  eager: true,
  import: 'default',
})

export type Migration = {
  tag: string
  sql: string
  /** What SQL cannot compute, in the same transaction. */
  after?: (raw: Database.Database) => void
}

const afterSql: Record<string, Migration['after']> = {
  '0001_people-and-ownership': splitSearchTexts,
}

/** The migrations of this program in order, bundled into it so that no SQL is read from disk. */
export const migrations: Migration[] = journal.entries.map(({ tag }) => {
  const sql = files[`./migrations/${tag}.sql`]
  if (sql === undefined) throw new Error(`migration ${tag} is not bundled`)
  const after = afterSql[tag]
  return { tag, sql, ...(after ? { after } : {}) }
})

/** How many migrations a file has seen; kept in `user_version`, so that it changes in the same transaction. */
export function getSchemaVersion(raw: Database.Database): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

/**
 * Brings a file to the schema of this program, one transaction a migration, so that a crash leaves a whole step.
 * @throws AppError vault.newer-schema when the file has seen more migrations than this program knows; it is untouched then
 * @throws Error when a migration leaves a broken reference; it is rolled back then
 */
export function migrate(raw: Database.Database, list: Migration[] = migrations): void {
  const version = getSchemaVersion(raw)
  assertKnownSchema(raw, list)
  if (version === list.length) return
  // Rebuilding a table needs this off, and it cannot be switched inside a transaction.
  raw.pragma('foreign_keys = OFF')
  try {
    list.slice(version).forEach((migration, index) => {
      raw
        .transaction(() => {
          dropTriggers(raw)
          raw.exec(migration.sql)
          migration.after?.(raw)
          const broken = raw.pragma('foreign_key_check')
          if (Array.isArray(broken) && broken.length > 0)
            throw new Error(`migration ${migration.tag} breaks references`)
          raw.pragma(`user_version = ${version + index + 1}`)
        })
        .immediate()
    })
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/** The old program's journal would refuse or record what a migration changes; triggers are made anew after it. */
function dropTriggers(raw: Database.Database): void {
  const names = raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()
  for (const name of names) raw.exec(`DROP TRIGGER "${String(name)}"`)
}

/** @throws AppError vault.newer-schema when a newer program has written this file */
export function assertKnownSchema(raw: Database.Database, list: Migration[] = migrations): void {
  if (getSchemaVersion(raw) > list.length) throw new AppError('vault.newer-schema')
}
