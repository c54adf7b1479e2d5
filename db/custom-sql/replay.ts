import type Database from 'better-sqlite3'
import { appendOnlyTriggers } from './append-only-triggers'
import { auditIndexes } from './audit-indexes'
import { birthdayIndexes } from './birthday-indexes'
import { doneIndexes } from './done-indexes'
import { duplicateIndexes } from './duplicate-indexes'
import { journalTriggers } from './journal-triggers'

type Present = { type: 'trigger' | 'index'; name: string; sql: string }

/**
 * Puts triggers and the indexes of custom SQL into the state of this program. Compared by their text in the file itself, so
 * that a lost or altered one comes back too. Also makes the one row of `current_command`.
 */
export function replayCustomSql(raw: Database.Database): void {
  const wanted = new Set([
    ...[...journalTriggers(), ...appendOnlyTriggers()],
    ...[...auditIndexes(), ...duplicateIndexes(), ...birthdayIndexes(), ...doneIndexes()],
  ])
  const present = readPresent(raw)
  const known = new Set(present.map(({ sql }) => sql))
  const missing = [...wanted].filter((sql) => !known.has(sql))
  const names = new Set(missing.map(nameOf))
  // Other indexes belong to the migrations; other triggers are of no program that we know.
  const stale = present.filter(
    ({ type, name, sql }) => !wanted.has(sql) && (type === 'trigger' || names.has(name)),
  )
  if (missing.length === 0 && stale.length === 0) return
  raw
    .transaction(() => {
      for (const { type, name } of stale) raw.exec(`DROP ${type} "${name.replaceAll('"', '""')}"`)
      for (const sql of missing) raw.exec(sql)
      raw.exec('INSERT OR IGNORE INTO current_command (id, command_id) VALUES (1, NULL)')
    })
    .immediate()
}

function readPresent(raw: Database.Database): Present[] {
  return raw
    .prepare<[], Present>(
      `SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL`,
    )
    .all()
}

function nameOf(sql: string): string {
  return /^CREATE (?:TRIGGER|INDEX) (\w+)/.exec(sql)?.[1] ?? ''
}
