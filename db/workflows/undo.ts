import { AppError } from '@shared/core/errors'
import type { WriteContext } from '../context'
import type { WriteHandle } from '../handles'
import { refreshPeopleOfCommand } from '../customer-people'
import { countConflicts } from '../journal/conflicts'
import { reverseChanges } from '../journal/reverse'
import { assertMayReverse, permissionOf } from '../command-rights'
import { findCommand, findRedo, findUndo, type StoredCommand } from '../repositories/history'
import type { CommandKind } from '../schema/journal'
import { findSqliteCode } from '../sqlite-errors'
import { statement } from '../statements'
import { createReachCheck } from './undo-reach'

/** The original command, its route, and how many rows were brought back. */
export type Undone = { commandId: number; route: string; changes: number }

/**
 * Takes a command back: the given one, or one's own last one. Another person's only where `history.undo` reaches all, and never
 * rows out of one's reach.
 * @throws AppError history.nothing-to-undo; core.forbidden; history.conflict with the number of rows in the way;
 * customers.limit-reached
 */
export function undoCommand(context: WriteContext, commandId: number | null): Undone {
  const { write, session } = context
  const id = commandId ?? findUndo(write, session.userId)?.commandId
  const target = id === undefined ? null : findCommand(write, id)
  if (!target || !isUndoable(target)) throw new AppError('history.nothing-to-undo')
  assertMayReverse(session, target)
  const changes = reverse(context, { id: target.id, route: target.route, kind: 'undo' })
  markReversed(write, target.id, context.commandId)
  return { commandId: target.id, route: target.route, changes }
}

/**
 * Brings back what an undo took away: an undo of the undo. Without an id what one's own last undo took, as long as nothing new
 * was done since; with one, that command, whatever was done since, if nothing of it is in the way.
 * @throws AppError history.nothing-to-undo; core.forbidden; history.conflict with the number of rows in the way;
 * customers.limit-reached
 */
export function redoCommand(context: WriteContext, commandId: number | null): Undone {
  const { write, session } = context
  const found =
    commandId === null ? findRedo(write, session.userId) : findUndone(context, commandId)
  if (!found) throw new AppError('history.nothing-to-undo')
  const changes = reverse(context, { id: found.undoId, route: found.route, kind: 'redo' })
  markReversed(write, found.undoId, context.commandId)
  markReversed(write, found.commandId, null)
  return { commandId: found.commandId, route: found.route, changes }
}

function isUndoable({ kind, undoable, changes, reversedBy }: StoredCommand): boolean {
  return kind === 'do' && undoable === 1 && changes > 0 && reversedBy === null
}

function findUndone(
  { write, session }: WriteContext,
  commandId: number,
): { commandId: number; undoId: number; route: string } | null {
  const target = findCommand(write, commandId)
  if (!target || target.undoable === 0 || target.kind !== 'do' || target.reversedBy === null)
    return null
  assertMayReverse(session, target)
  return { commandId, undoId: target.reversedBy, route: target.route }
}

type Target = { id: number; route: string; kind: CommandKind }

function reverse(context: WriteContext, { id, route, kind }: Target): number {
  const { write, commandId } = context
  const assertReach = createReachCheck(context, permissionOf(route), id)
  const conflicts = countConflicts(write, id)
  if (conflicts > 0) throw conflict(conflicts)
  statement(write, 'UPDATE command SET kind = ?, reverses = ? WHERE id = ?').run(
    kind,
    id,
    commandId,
  )
  try {
    const changes = reverseChanges(write, id, context.clock())
    refreshPeopleOfCommand(write, commandId)
    assertReach()
    return changes
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
