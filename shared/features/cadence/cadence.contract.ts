import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, isoDate, none, rowId } from '@shared/core/schemas'
import { tiers } from '../customers/customers.enums'
import { followUpTypes } from '../follow-ups/follow-ups.schema'
import { cadenceSettings, lateCursor, lateCustomer } from './cadence.schema'

const reading = { home: 'data', permission: 'customers.read' } as const
const count = z.number().int()

export const cadenceContract = {
  'cadence.getSettings': query({ ...reading, input: none, output: cadenceSettings }),
  'cadence.setSettings': command({
    home: 'data',
    permission: 'users.manage',
    input: cadenceSettings,
    output: cadenceSettings,
    invalidates: ['cadence', 'audit'],
  }),
  /** The next visit by the rhythm of the customer's tier, after a contact at `from`, else after the last one; null without a rhythm. */
  'cadence.propose': query({
    ...reading,
    input: z.strictObject({ customerId: rowId, from: instant.nullable().default(null) }),
    output: z.strictObject({ date: isoDate.nullable() }),
  }),
  /** Customers that are late and have no planned step: the higher tier first, then the longest silence, by keyset. */
  'cadence.late': query({
    ...reading,
    input: z.strictObject({
      tier: z.enum(tiers).nullable().default(null),
      ownerId: rowId.nullable().default(null),
      after: lateCursor.nullable().default(null),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    output: z.strictObject({ customers: z.array(lateCustomer), next: lateCursor.nullable() }),
  }),
  /** How many there are, by tier of one owner or all, and by owner whatever is asked. */
  'cadence.counts': query({
    ...reading,
    input: z.strictObject({ ownerId: rowId.nullable().default(null) }),
    output: z.strictObject({
      total: count,
      byTier: z.strictObject({ high: count, potential: count, normal: count }),
      byOwner: z.array(z.strictObject({ ownerId: rowId, ownerName: z.string(), total: count })),
    }),
  }),
  /** 安排回访: gives each customer without a planned step one, spread over working days, so many a day for each owner. */
  'cadence.plan': command({
    home: 'data',
    permission: 'follow-ups.write',
    input: z.strictObject({
      ids: z.array(rowId).min(1).max(10_000),
      from: isoDate,
      perDay: z.number().int().min(1).max(500),
      type: z.enum(followUpTypes).nullable().default(null),
    }),
    output: z.strictObject({ planned: count, lastDay: isoDate.nullable() }),
    invalidates: ['cadence', 'follow-ups', 'customers', 'history'],
    undoable: true,
  }),
} as const
