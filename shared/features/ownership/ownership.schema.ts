import { roles } from '@shared/core/permissions'
import { rowId, uid } from '@shared/core/schemas'
import { z } from 'zod'

/** Rules about who may hold which customer (R082). */
export const ownershipSettings = z.strictObject({
  /** Days without a contact after which a salesperson's customer may be claimed by others; 0: never. */
  protectionDays: z.number().int().min(0).max(3650).default(0),
  /** Customers that one salesperson may hold at once; 0: any number. */
  limit: z.number().int().min(0).max(1_000_000).default(0),
})
export type OwnershipSettings = z.output<typeof ownershipSettings>

/** Somebody who may own customers. */
export const possibleOwner = z.strictObject({
  id: rowId,
  uid,
  name: z.string(),
  role: z.enum(roles),
  customers: z.number().int(),
})
