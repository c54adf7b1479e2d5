import { findRedo, findUndo, type HistoryEntry } from '@db/repositories/history'
import { explainConflicts } from '@db/repositories/history-conflicts'
import { listFieldHistory } from '@db/repositories/field-history'
import { listHistory } from '@db/repositories/history-list'
import { redoCommand, undoCommand } from '@db/workflows/undo'
import type { HandlersOf } from './types'

export const historyHandlers = {
  'history.getState': ({ read, session }) => ({
    undo: findUndo(read, session.userId),
    redo: toEntry(findRedo(read, session.userId)),
  }),
  'history.undo': (context, { commandId }) => undoCommand(context, commandId),
  'history.redo': (context, { commandId }) => redoCommand(context, commandId),
  'history.list': listHistory,
  'history.explain': (context, { commandId }) => explainConflicts(context, commandId),
  'history.ofCustomer': listFieldHistory,
} satisfies HandlersOf<'history'>

function toEntry(found: HistoryEntry | null): HistoryEntry | null {
  if (!found) return null
  const { commandId, route, at, changes } = found
  return { commandId, route, at, changes }
}
