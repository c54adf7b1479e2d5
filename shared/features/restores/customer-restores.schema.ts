import { z } from 'zod'
import { customerKinds } from '@shared/features/customers/customers.enums'
import { customerFields } from '@shared/features/customers/customers.schema'
import { instant, uid } from '@shared/core/schemas'

/**
 * How a customer of a backup stands to the book of now. `missing`: not there any more. `erased`: erased for good, and refused.
 * `changed`: there, and the backup holds something else or more.
 */
export const restoreStatuses = ['missing', 'changed', 'same', 'erased'] as const
export type RestoreStatus = (typeof restoreStatuses)[number]

/** What is compared of a customer's own row: every field of the form but the referrer, and whether it is archived. */
export const restoredFields = customerFields
  .keyof()
  .exclude(['referrerId'])
  .or(z.literal('archived'))
export type RestoredField = z.output<typeof restoredFields>

/** What a backup holds of a customer beyond the book of now. */
export const restoreDifference = z.strictObject({
  status: z.enum(restoreStatuses),
  /** Fields that hold something else; of them, those that are empty now. */
  fields: z.array(restoredFields),
  emptyFields: z.array(restoredFields),
  newFollowUps: z.number().int(),
  changedFollowUps: z.number().int(),
  newTags: z.number().int(),
  /** People and numbers that are not there; and such that are and say something else. */
  newContacts: z.number().int(),
  newPoints: z.number().int(),
  changedContacts: z.number().int(),
  /** Verifications and stage changes; they come back with the fields that they are about. */
  newRecords: z.number().int(),
  newAttachments: z.number().int(),
  /** Values in custom fields that hold nothing now, and in such that hold something else. */
  newValues: z.number().int(),
  changedValues: z.number().int(),
})
export type RestoreDifference = z.output<typeof restoreDifference>

/** One customer of the opened backup, compared with the book as it is now. */
export const restorableRow = restoreDifference.extend({
  uid,
  code: z.string(),
  kind: z.enum(customerKinds),
  /** As in the backup. */
  name: z.string(),
  ownerName: z.string(),
  followUps: z.number().int(),
  lastInteractionAt: instant.nullable(),
})
export type RestorableRow = z.output<typeof restorableRow>

/** `fill`: only what is missing, nothing is overwritten. `replace`: fields and entries as they were in the backup. */
export const restoreModes = ['fill', 'replace'] as const
export type RestoreMode = (typeof restoreModes)[number]

/** The most customers in one go; who needs more wants the whole backup. */
export const mostRestored = 1000
export const restoreChoices = z
  .array(z.strictObject({ uid, mode: z.enum(restoreModes).default('fill') }))
  .min(1)
  .max(mostRestored)
  .refine((all) => new Set(all.map(({ uid }) => uid)).size === all.length, { error: 'twice' })
export type RestoreChoice = z.output<typeof restoreChoices>[number]

/** What taking customers back writes, or would write. */
export const restoreTotals = z.strictObject({
  /** Customers that come back, and such that were there and get something. */
  newCustomers: z.number().int(),
  changedCustomers: z.number().int(),
  followUps: z.number().int(),
  /** Entries that are there and become as they were. */
  changedFollowUps: z.number().int(),
  tags: z.number().int(),
  contacts: z.number().int(),
  points: z.number().int(),
  /** People and numbers that are there and become as they were. */
  changedContacts: z.number().int(),
  records: z.number().int(),
  attachments: z.number().int(),
  /** Values in custom fields that held nothing, and in such that held something else. */
  values: z.number().int(),
  changedValues: z.number().int(),
  /** Custom fields that come back because a value needs them. */
  newFields: z.number().int(),
  /** Values that no field takes any more: they go to the end of the notes. */
  valuesToNotes: z.number().int(),
  /** Of the new ones: such that get another code, because theirs is taken; and such whose owner is gone. */
  newCodes: z.number().int(),
  newOwners: z.number().int(),
  /** ID numbers and bank accounts that stay empty, because the second key of that day is another one. */
  numbersLost: z.number().int(),
})
export type RestoreTotals = z.output<typeof restoreTotals>
