import type { ReadHandle } from './handles'
import { statement } from './statements'

type Row = { id: number; at: number }

/**
 * Whether anything was changed since a backup began to be copied; what backups write down of themselves does not count.
 * @param startedAt of the newest backup
 */
export function hasChangedSince(read: ReadHandle, startedAt: number): boolean {
  const change = newest(read, `route NOT LIKE 'backups.%'`)
  if (!change) return false
  // By number where that decides: a clock that was set back must not hide a change.
  const backup = newest(read, `route = 'backups.create'`)
  return !backup || change.id > backup.id || change.at >= startedAt
}

function newest(read: ReadHandle, where: string): Row | undefined {
  const sql = `SELECT id, at FROM command WHERE ${where} ORDER BY id DESC LIMIT 1`
  return statement<Row>(read, sql).get()
}
