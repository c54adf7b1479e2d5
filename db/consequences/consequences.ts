import type { WriteContext } from '../context'
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
  for (const follow of consequences) follow(context, listTouched(context.write, context.commandId))
}
