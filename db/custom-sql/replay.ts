import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { journalTriggers } from './journal-triggers'

const settingKey = 'custom-sql-hash'

/**
 * Puts triggers into the state of this program: all of them are dropped and made anew when their text has changed since
 * the last open. Also makes the one row of `current_command`.
 */
export function replayCustomSql(raw: Database.Database): void {
  const statements = journalTriggers()
  const hash = createHash('sha256').update(statements.join('\n')).digest('hex')
  const known: unknown = raw
    .prepare('SELECT value FROM setting WHERE key = ?')
    .pluck()
    .get(settingKey)
  const present = raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all()
  if (known === hash && present.length === statements.length) return
  raw
    .transaction(() => {
      for (const name of present) raw.exec(`DROP TRIGGER "${String(name)}"`)
      for (const sql of statements) raw.exec(sql)
      raw.exec('INSERT OR IGNORE INTO current_command (id, command_id) VALUES (1, NULL)')
      raw
        .prepare(
          'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        )
        .run(settingKey, hash)
    })
    .immediate()
}
