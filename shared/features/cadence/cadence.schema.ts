import { z } from 'zod'
import { instant, isoDate, rowId } from '@shared/core/schemas'
import { customerKinds, tiers } from '../customers/customers.enums'

export const rhythmUnits = ['day', 'week', 'month'] as const

/** How often a visit is due; null for never. */
export const rhythm = z.strictObject({
  every: z.number().int().min(1).max(99),
  unit: z.enum(rhythmUnits),
})
export type Rhythm = z.output<typeof rhythm>

/** 高价值 weekly, 普通 monthly (R065); 潜力 stands between them. */
export const cadenceSettings = z.strictObject({
  high: rhythm.nullable().default({ every: 1, unit: 'week' }),
  potential: rhythm.nullable().default({ every: 2, unit: 'week' }),
  normal: rhythm.nullable().default({ every: 1, unit: 'month' }),
})
export type CadenceSettings = z.output<typeof cadenceSettings>

/** A customer whom nobody has spoken to for longer than their rhythm allows, and for whom nothing is planned. */
export const lateCustomer = z.strictObject({
  id: rowId,
  code: z.string(),
  kind: z.enum(customerKinds),
  name: z.string(),
  tier: z.enum(tiers),
  ownerName: z.string(),
  /** Null for one who was never spoken to. */
  lastInteractionAt: instant.nullable(),
  /** Day on which the visit was due. */
  dueOn: isoDate,
  /** Whole days since then, 1 and up. */
  daysLate: z.number().int(),
})
export type LateCustomer = z.output<typeof lateCustomer>

/** The last customer of a page: the next one begins behind. */
export const lateCursor = z.strictObject({
  tier: z.enum(tiers),
  at: instant.nullable(),
  id: rowId,
})
export type LateCursor = z.output<typeof lateCursor>
