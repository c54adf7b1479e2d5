import { ownWorkSql } from '../command-rights'
import type { ReadHandle } from '../handles'
import type { CommandKind } from '../schema/journal'
import { statement } from '../statements'

export type HistoryEntry = { commandId: number; route: string; at: number; changes: number }

export type StoredCommand = {
  id: number
  route: string
  userId: number
  kind: CommandKind
  undoable: number
  reverses: number | null
  reversedBy: number | null
  changes: number
}

const entryColumns = 'c.id AS commandId, c.route, c.at, c.changes'
const inList = `kind = 'do' AND undoable = 1 AND changes > 0`
/** What one did oneself. */
const oneself = `${inList} AND NOT ${ownWorkSql}`

/** One's own newest command that is in effect, which is what undo would take back; null when there is none. */
export function findUndo(read: ReadHandle, userId: number): HistoryEntry | null {
  const row = statement<HistoryEntry>(
    read,
    `SELECT ${entryColumns} FROM command c
     WHERE c.user_id = ? AND ${oneself} AND c.reversed_by IS NULL ORDER BY c.id DESC LIMIT 1`,
  ).get(userId)
  return row ?? null
}

/**
 * The command that redo would bring back, with the id of the undo in between: one's own newest undo in effect, as long as
 * one has done nothing new since. Null when there is none.
 */
export function findRedo(
  read: ReadHandle,
  userId: number,
): (HistoryEntry & { undoId: number }) | null {
  const row = statement<HistoryEntry & { undoId: number }>(
    read,
    `SELECT ${entryColumns}, u.id AS undoId FROM command u JOIN command c ON c.id = u.reverses AND c.undoable = 1
     WHERE u.user_id = @userId AND u.kind = 'undo' AND u.reversed_by IS NULL
       AND NOT EXISTS (SELECT 1 FROM command WHERE user_id = @userId AND ${oneself} AND id > u.id)
     ORDER BY u.id DESC LIMIT 1`,
  ).get({ userId })
  return row ?? null
}

/** A command by its id, or null. */
export function findCommand(read: ReadHandle, id: number): StoredCommand | null {
  const row = statement<StoredCommand>(
    read,
    `SELECT id, route, user_id AS userId, kind, undoable, reverses, reversed_by AS reversedBy, changes
     FROM command WHERE id = ?`,
  ).get(id)
  return row ?? null
}
