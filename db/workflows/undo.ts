import { AppError } from '@shared/core/errors'
import type { WriteContext } from '../context'
import type { WriteHandle } from '../handles'
import { countConflicts } from '../journal/conflicts'
import { reverseChanges } from '../journal/reverse'
import { findCommand, findRedo, findUndo, type StoredCommand } from '../repositories/history'
import type { CommandKind } from '../schema/journal'
import { findSqliteCode } from '../sqlite-errors'
import { statement } from '../statements'

/** The original command, its route, and how many rows were brought back. */
export type Undone = { commandId: number; route: string; changes: number }

/**
 * Takes a command back: the given one, or one's own last one. Owners and managers may take back those of others.
 * @throws AppError history.nothing-to-undo; core.forbidden; history.conflict with the number of rows in the way
 */
export function undoCommand(context: WriteContext, commandId: number | null): Undone {
  const { write, session } = context
  const id = commandId ?? findUndo(write, session.userId)?.commandId
  const target = id === undefined ? null : findCommand(write, id)
  if (!target || !isUndoable(target)) throw new AppError('history.nothing-to-undo')
  const isOwn = target.userId === session.userId
  if (!isOwn && session.role !== 'owner' && session.role !== 'manager')
    throw new AppError('core.forbidden', `role may not undo another person's command`)
  const changes = reverse(context, target.id, 'undo')
  markReversed(write, target.id, context.commandId)
  return { commandId: target.id, route: target.route, changes }
}

/**
 * Brings back what one's own last undo took away, as long as nothing new was done since: an undo of the undo.
 * @throws AppError history.nothing-to-undo; history.conflict with the number of rows in the way
 */
export function redoCommand(context: WriteContext): Undone {
  const { write, session } = context
  const found = findRedo(write, session.userId)
  if (!found) throw new AppError('history.nothing-to-undo')
  const changes = reverse(context, found.undoId, 'redo')
  markReversed(write, found.undoId, context.commandId)
  markReversed(write, found.commandId, null)
  return { commandId: found.commandId, route: found.route, changes }
}

function isUndoable({ kind, undoable, changes, reversedBy }: StoredCommand): boolean {
  return kind === 'do' && undoable === 1 && changes > 0 && reversedBy === null
}

function reverse({ write, commandId }: WriteContext, target: number, kind: CommandKind): number {
  const conflicts = countConflicts(write, target)
  if (conflicts > 0) throw conflict(conflicts)
  statement(write, 'UPDATE command SET kind = ?, reverses = ? WHERE id = ?').run(
    kind,
    target,
    commandId,
  )
  try {
    return reverseChanges(write, target)
  } catch (error) {
    // Such as a link that was made anew since: its unique place is taken.
    if (findSqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')) throw conflict(1)
    throw error
  }
}

function conflict(changes: number): AppError {
  return new AppError('history.conflict', 'newer changes stand in the way', { changes })
}

function markReversed(write: WriteHandle, id: number, by: number | null): void {
  statement(write, 'UPDATE command SET reversed_by = ? WHERE id = ?').run(by, id)
}
