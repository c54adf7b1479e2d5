import { runEventRules } from '../automation/run-rules'
import type { WriteContext } from '../context'
import { settleAutomaticTags } from './auto-tags'
import { listTouched, type Touched } from './touched'

/** Runs the rules that a command set off (R073), and after each round settles the automatic tags of whom they touched. */
export function automate(context: WriteContext, touched: readonly Touched[]): void {
  if (touched.length === 0) return
  runEventRules(context, () =>
    settleAutomaticTags(context, listTouched(context.write, context.commandId)),
  )
}
