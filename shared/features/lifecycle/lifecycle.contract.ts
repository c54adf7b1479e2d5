import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, optionalText, rowId } from '@shared/core/schemas'
import { stages } from '../customers/customers.enums'
import { customerFields } from '../customers/customers.schema'
import { gateFields } from './lifecycle.rules'

const ids = z.array(rowId).min(1).max(100_000)
const base = { home: 'data' } as const

/** What may be filled in with a change of stage; only what is given is written. */
export const stageFill = z
  .strictObject({
    source: customerFields.shape.source,
    phone: customerFields.shape.phone,
    email: customerFields.shape.email,
    need: customerFields.shape.need,
    industry: customerFields.shape.industry,
    purchaseCycleDays: customerFields.shape.purchaseCycleDays,
  })
  .partial()
export type StageFill = z.output<typeof stageFill>

export const lifecycleContract = {
  /** What is missing for a stage, before anything changes: the first ones by name, and how many there are. */
  'lifecycle.check': query({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({ ids, stage: z.enum(stages) }),
    output: z.strictObject({
      /** Customers of whom something is missing, at most 50. */
      missing: z.array(
        z.strictObject({
          id: rowId,
          name: z.string(),
          fields: z.array(z.enum(gateFields)),
          /** Names of custom fields that this stage asks for (R073). */
          custom: z.array(z.string()),
        }),
      ),
      total: z.number().int(),
      /** Those of whom nothing is missing. */
      ready: z.array(rowId),
    }),
  }),
  /** Moves one customer and fills in what the stage asks for, in one step (R029). */
  'lifecycle.move': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({
      id: rowId,
      stage: z.enum(stages),
      lostReason: optionalText(500),
      reason: optionalText(500),
      /** When it happened; null for now. */
      at: instant.nullable().default(null),
      fill: stageFill.default({}),
    }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: ['customers', 'follow-ups', 'history', 'ownership'],
    undoable: true,
  }),
} as const
