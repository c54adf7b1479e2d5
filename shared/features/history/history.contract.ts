import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, rowId } from '@shared/core/schemas'

const entry = z.strictObject({
  commandId: rowId,
  route: z.string(),
  at: instant,
  /** How many rows it changed. */
  changes: z.number().int(),
})
const base = { home: 'data' } as const
const changed = ['customers', 'follow-ups', 'tags', 'history', 'imports', 'ownership', 'duplicates'] as const

export const historyContract = {
  /** What Ctrl Z and Ctrl Shift Z would do now, for one's own commands. */
  'history.getState': query({
    ...base,
    permission: 'history.undo',
    input: none,
    output: z.strictObject({ undo: entry.nullable(), redo: entry.nullable() }),
  }),
  /** Without an id: one's own last command. Refused with `history.conflict` when newer changes touched the same rows. */
  'history.undo': command({
    ...base,
    permission: 'history.undo',
    input: z.strictObject({ commandId: rowId.nullable().default(null) }),
    output: z.strictObject({ commandId: rowId, route: z.string(), changes: z.number().int() }),
    invalidates: changed,
  }),
  'history.redo': command({
    ...base,
    permission: 'history.undo',
    input: none,
    output: z.strictObject({ commandId: rowId, route: z.string(), changes: z.number().int() }),
    invalidates: changed,
  }),
} as const
