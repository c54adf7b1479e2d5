import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, rowId } from '@shared/core/schemas'
import { uploadIds } from '../attachments/attachments.schema'
import { entryTask, followUpEntry, followUpInput } from './follow-ups.schema'

const base = { home: 'data' } as const
const changed = ['follow-ups', 'customers', 'attachments', 'history'] as const

export const followUpsContract = {
  /** Newest first by keyset: pass the last entry's `occurredAt` and `id` for the next page. */
  'follow-ups.list': query({
    ...base,
    permission: 'follow-ups.read',
    input: z.strictObject({
      customerId: rowId,
      before: z.strictObject({ occurredAt: instant, id: rowId }).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ entries: z.array(followUpEntry), hasMore: z.boolean() }),
  }),
  /**
   * `uploadIds`: files that came in by `attachments.append` and belong to the entry; those need `customers.write` too. `task`: what
   * else is to be done; it needs `tasks.write`.
   */
  'follow-ups.create': command({
    ...base,
    permission: 'follow-ups.write',
    input: followUpInput.extend({ uploadIds, task: entryTask.nullable().default(null) }),
    output: z.strictObject({ id: rowId, code: z.string() }),
    invalidates: [...changed, 'tasks'],
    undoable: true,
  }),
  'follow-ups.update': command({
    ...base,
    permission: 'follow-ups.write',
    input: z.strictObject({
      id: rowId,
      fields: followUpInput.omit({ customerId: true }),
      /** Files that come to those that are there. */
      uploadIds,
    }),
    output: z.strictObject({ id: rowId }),
    invalidates: changed,
    undoable: true,
  }),
  'follow-ups.delete': command({
    ...base,
    permission: 'follow-ups.write',
    input: z.strictObject({ id: rowId }),
    output: z.strictObject({ id: rowId }),
    invalidates: changed,
    undoable: true,
  }),
  /** 完成: the planned next step is done. */
  'follow-ups.completeNext': command({
    ...base,
    permission: 'follow-ups.write',
    input: z.strictObject({ id: rowId }),
    output: z.strictObject({ id: rowId }),
    invalidates: changed,
    undoable: true,
  }),
} as const
