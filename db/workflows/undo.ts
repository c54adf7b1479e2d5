import { contract } from '@shared/contract'
import type { ContractShape } from '@shared/core/contract'
import { AppError } from '@shared/core/errors'
import { type Permission, scopeOf } from '@shared/core/permissions'
import type { WriteContext } from '../context'
import type { WriteHandle } from '../handles'
import { refreshPeopleOfCommand } from '../customer-people'
import { countConflicts } from '../journal/conflicts'
import { reverseChanges } from '../journal/reverse'
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
  if (target.userId !== session.userId && scopeOf(session.role, 'history.undo') !== 'all')
    throw new AppError('core.forbidden', `role may not undo another person's command`)
  const changes = reverse(context, { id: target.id, route: target.route, kind: 'undo' })
  markReversed(write, target.id, context.commandId)
  return { commandId: target.id, route: target.route, changes }
}

/**
 * Brings back what one's own last undo took away, as long as nothing new was done since: an undo of the undo.
 * @throws AppError history.nothing-to-undo; core.forbidden; history.conflict with the number of rows in the way;
 * customers.limit-reached
 */
export function redoCommand(context: WriteContext): Undone {
  const { write, session } = context
  const found = findRedo(write, session.userId)
  if (!found) throw new AppError('history.nothing-to-undo')
  const changes = reverse(context, { id: found.undoId, route: found.route, kind: 'redo' })
  markReversed(write, found.undoId, context.commandId)
  markReversed(write, found.commandId, null)
  return { commandId: found.commandId, route: found.route, changes }
}

function isUndoable({ kind, undoable, changes, reversedBy }: StoredCommand): boolean {
  return kind === 'do' && undoable === 1 && changes > 0 && reversedBy === null
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
    const changes = reverseChanges(write, id)
    refreshPeopleOfCommand(write, commandId)
    assertReach()
    return changes
  } catch (error) {
    // Such as a link that was made anew since: its unique place is taken.
    if (findSqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')) throw conflict(1)
    throw error
  }
}

/** What the original command asked for. A route that is gone asks for what nobody but those who may do all have. */
function permissionOf(route: string): Permission {
  const routes: ContractShape = contract
  const known = Object.hasOwn(routes, route) ? routes[route] : undefined
  return known?.permission ?? 'vault.manage'
}

function conflict(changes: number): AppError {
  return new AppError('history.conflict', 'newer changes stand in the way', { changes })
}

function markReversed(write: WriteHandle, id: number, by: number | null): void {
  statement(write, 'UPDATE command SET reversed_by = ? WHERE id = ?').run(by, id)
}
