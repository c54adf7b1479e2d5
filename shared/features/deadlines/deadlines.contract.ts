import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, rowId } from '@shared/core/schemas'
import { deadlineEntry, deadlineSettings } from './deadlines.schema'

const reading = { home: 'data', permission: 'customers.read' } as const
const ofOwner = { ownerId: rowId.nullable().default(null) }

export const deadlinesContract = {
  'deadlines.getSettings': query({ ...reading, input: none, output: deadlineSettings }),
  'deadlines.setSettings': command({
    home: 'data',
    permission: 'users.manage',
    input: deadlineSettings,
    output: deadlineSettings,
    invalidates: ['deadlines', 'audit'],
  }),
  /** Clocks that run, what is due first at the top, by keyset: pass the last one's `dueAt` and `id`. */
  'deadlines.list': query({
    ...reading,
    input: z.strictObject({
      ...ofOwner,
      after: z.strictObject({ dueAt: instant, id: rowId }).nullable().default(null),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    output: z.strictObject({ deadlines: z.array(deadlineEntry), hasMore: z.boolean() }),
  }),
  'deadlines.counts': query({
    ...reading,
    input: z.strictObject(ofOwner),
    output: z.strictObject({ open: z.number().int(), overdue: z.number().int() }),
  }),
  /** The clocks that run for one customer. */
  'deadlines.ofCustomer': query({
    ...reading,
    input: z.strictObject({ customerId: rowId }),
    output: z.strictObject({
      deadlines: z.array(
        deadlineEntry.pick({ id: true, cause: true, openedAt: true, dueAt: true }),
      ),
    }),
  }),
  /** 已更新: the profiles are up to date, all their clocks stop. */
  'deadlines.settle': command({
    home: 'data',
    permission: 'customers.write',
    input: z.strictObject({ customerIds: z.array(rowId).min(1).max(100_000) }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: ['deadlines', 'history'],
    undoable: true,
  }),
} as const
