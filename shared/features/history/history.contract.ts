import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, rowId } from '@shared/core/schemas'
import { customerChanges, historyLine, historyObstacle } from './history.schema'

const entry = z.strictObject({
  commandId: rowId,
  route: z.string(),
  at: instant,
  /** How many rows it changed. */
  changes: z.number().int(),
})
const base = { home: 'data' } as const
const changed = [
  'customers',
  'contacts',
  'follow-ups',
  'tasks',
  'tags',
  'custom-fields',
  'history',
  'imports',
  'ownership',
  'attachments',
  'duplicates',
  'holidays',
  'tasks',
] as const

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
  /** Without an id: what one's own last undo took away. With one: that command, if nothing newer is in the way. */
  'history.redo': command({
    ...base,
    permission: 'history.undo',
    input: z.strictObject({ commandId: rowId.nullable().default(null) }),
    output: z.strictObject({ commandId: rowId, route: z.string(), changes: z.number().int() }),
    invalidates: changed,
  }),
  /** Commands that can be taken back or were, newest first by keyset; another person's only where `history.undo` reaches all. */
  'history.list': query({
    ...base,
    permission: 'history.undo',
    input: z.strictObject({
      mine: z.boolean().default(true),
      before: rowId.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ lines: z.array(historyLine), hasMore: z.boolean() }),
  }),
  /** What keeps a command from being taken back, or an undone one from being brought back: at most 20, and how many in all. */
  'history.explain': query({
    ...base,
    permission: 'history.undo',
    input: z.strictObject({ commandId: rowId }),
    output: z.strictObject({ obstacles: z.array(historyObstacle), total: z.number().int() }),
  }),
  /** Who changed which field of a customer from what to what, newest first by keyset: pass `next` for the next page. */
  'history.ofCustomer': query({
    ...base,
    permission: 'customers.read',
    input: z.strictObject({
      customerId: rowId,
      before: rowId.nullable().default(null),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    output: z.strictObject({ groups: z.array(customerChanges), next: rowId.nullable() }),
  }),
} as const
