import type { WriteContext } from '../context'
import type { WriteHandle } from '../handles'
import { statement } from '../statements'
import { settleAutomaticTags } from './auto-tags'
import { automate } from './automation'
import { runDeadlines } from './deadlines'
import { listTouched, type Touched } from './touched'

/**
 * Something that follows from what a person wrote, inside the same command, so that one undo takes back both.
 * @param touched what the command has written, what earlier consequences wrote included
 */
export type Consequence = (context: WriteContext, touched: readonly Touched[]) => void

/** In this order. */
const consequences: readonly Consequence[] = [runDeadlines, settleAutomaticTags, automate]

/** Lets follow what follows from the command that just did its work; undo and redo are whole by themselves and have none. */
export function applyConsequences(context: WriteContext): void {
  const { write, commandId } = context
  let seen = -1
  let touched: Touched[] = []
  for (const follow of consequences) {
    // Listed anew only when the one before wrote something: of a bulk command the list is long.
    const newest = newestChange(write, commandId)
    if (newest !== seen) touched = listTouched(write, commandId)
    seen = newest
    follow(context, touched)
  }
}

function newestChange(write: WriteHandle, commandId: number): number {
  const sql = 'SELECT coalesce(max(id), 0) AS newest FROM change WHERE command_id = ?'
  return statement<{ newest: number }>(write, sql).get(commandId)?.newest ?? 0
}
