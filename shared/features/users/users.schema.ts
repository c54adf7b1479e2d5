import { z } from 'zod'
import { roles } from '@shared/core/permissions'
import { instant, requiredText, uid } from '@shared/core/schemas'

/** `pending`: the owner gave a first password, which the person has not changed yet. */
export const userStatuses = ['active', 'pending', 'disabled'] as const
export type UserStatus = (typeof userStatuses)[number]

export const userName = requiredText(50)

/** One line of the list of people. */
export const userAccount = z.strictObject({
  uid,
  name: z.string(),
  role: z.enum(roles),
  status: z.enum(userStatuses),
  /** Customers this person owns that are not archived. */
  customers: z.number().int(),
  lastUnlockAt: instant.nullable(),
  passwordChangedAt: instant,
})
export type UserAccount = z.output<typeof userAccount>
