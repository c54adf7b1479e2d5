import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, optionalText, rowId } from '@shared/core/schemas'
import { customerKinds, tiers } from '@shared/features/customers/customers.enums'
import { qualityFindings, verificationMethods, verifiedFields } from './quality.enums'
import { queueSize } from './quality.rules'
import { quality, qualitySettings } from './quality.schema'

/** A customer to look after today. */
export const queueEntry = z.strictObject({
  id: rowId,
  code: z.string(),
  kind: z.enum(customerKinds),
  name: z.string(),
  tier: z.enum(tiers),
  phoneMasked: z.string().nullable(),
  emailMasked: z.string().nullable(),
  ownerName: z.string(),
  lastInteractionAt: instant.nullable(),
  quality,
})
export type QueueEntry = z.output<typeof queueEntry>

const total = z.number().int().min(0)
const base = { home: 'data' } as const

export const qualityContract = {
  /**
   * Says that fields are true as they stand, and how one knows (R064, D6). Whoever checks a contact detail or a number must be
   * able to see it whole.
   */
  'quality.verify': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({
      id: rowId,
      fields: z.array(z.enum(verifiedFields)).min(1).max(verifiedFields.length),
      method: z.enum(verificationMethods),
      note: optionalText(200),
    }),
    output: none,
    invalidates: ['customers', 'history'],
    undoable: true,
  }),
  /** The customers to look after today, in their order; those that are fine by now stay in it (R066). */
  'quality.queue': query({
    ...base,
    permission: 'customers.write',
    input: none,
    output: z.strictObject({
      /** False while some of these would be picked but are not kept yet. */
      picked: z.boolean(),
      entries: z.array(queueEntry).max(queueSize),
    }),
  }),
  /** Keeps today's customers for the person who asks, so that the list stays the same until tomorrow. */
  'quality.pickQueue': command({
    ...base,
    permission: 'customers.write',
    /** Another ten, when today's are done. */
    input: z.strictObject({ again: z.boolean().default(false) }),
    output: none,
    invalidates: ['quality'],
    quiet: true,
  }),
  /** How many customers at work there are of each finding, of what one may read. */
  'quality.counts': query({
    ...base,
    permission: 'customers.read',
    input: none,
    output: z.strictObject({ total, byFinding: z.record(z.enum(qualityFindings), total) }),
  }),
  'quality.getSettings': query({
    ...base,
    permission: 'customers.read',
    input: none,
    output: qualitySettings,
  }),
  'quality.setSettings': command({
    ...base,
    permission: 'users.manage',
    input: qualitySettings,
    output: qualitySettings,
    invalidates: ['customers', 'audit'],
  }),
} as const
