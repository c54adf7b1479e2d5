import { z } from 'zod'
import { instant, rowId } from '@shared/core/schemas'
import { customerKinds, tiers } from '../customers/customers.enums'
import { deadlineCauses } from './deadlines.enums'

export const deadlineModes = ['clock', 'workdays'] as const

/** Within which time a profile is brought up to date after a change (R057, R058, D5): hours of the clock, or working days. */
export const deadlineSettings = z.strictObject({
  mode: z.enum(deadlineModes).default('clock'),
  hours: z.number().int().min(1).max(240).default(24),
  workdays: z.number().int().min(1).max(30).default(1),
  /** What opens a clock; none for no clocks at all. */
  causes: z.array(z.enum(deadlineCauses)).default([...deadlineCauses]),
})
export type DeadlineSettings = z.output<typeof deadlineSettings>

export const deadlineEntry = z.strictObject({
  id: rowId,
  customerId: rowId,
  customerName: z.string(),
  customerKind: z.enum(customerKinds),
  tier: z.enum(tiers),
  ownerName: z.string(),
  cause: z.enum(deadlineCauses),
  openedAt: instant,
  dueAt: instant,
})
export type DeadlineEntry = z.output<typeof deadlineEntry>
