import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, rowId } from '@shared/core/schemas'
import { behaviorEntry, behaviorInput } from './behaviors.schema'

const base = { home: 'data' } as const
const changed = ['behaviors', 'customers', 'deadlines', 'cadence', 'history'] as const

export const behaviorsContract = {
  /** Newest first by keyset: pass the last entry's `at` and `id` for the next page. */
  'behaviors.list': query({
    ...base,
    permission: 'follow-ups.read',
    input: z.strictObject({
      customerId: rowId,
      before: z.strictObject({ at: instant, id: rowId }).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ entries: z.array(behaviorEntry), hasMore: z.boolean() }),
  }),
  'behaviors.create': command({
    ...base,
    permission: 'follow-ups.write',
    input: behaviorInput,
    output: z.strictObject({ id: rowId }),
    invalidates: changed,
    undoable: true,
  }),
  'behaviors.delete': command({
    ...base,
    permission: 'follow-ups.write',
    input: z.strictObject({ id: rowId }),
    output: z.strictObject({ id: rowId }),
    invalidates: changed,
    undoable: true,
  }),
} as const
