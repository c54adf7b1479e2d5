import { z } from 'zod'
import { instant, isoDate } from '@shared/core/schemas'
import { pointInputs } from '../contacts/contacts.schema'
import { customValueInputs } from '../custom-fields/custom-fields.schema'
import { customerFields } from '../customers/customers.schema'
import { tagInput } from '../tags/tags.schema'

/** One good row on its way from the job process to the data process. */
export const importRow = z.strictObject({
  /** Line number as the spreadsheet shows it, header = 1. */
  row: z.number().int(),
  fields: customerFields,
  /** Of custom fields, by field id, as they are stored (R073). */
  custom: customValueInputs.default({}),
  tags: z.array(tagInput),
  /** Further ways to reach the customer. */
  points: pointInputs.default([]),
  followUps: z.array(z.strictObject({ on: isoDate.nullable(), content: z.string().max(20000) })),
  nextFollowAt: instant.nullable(),
})
export type ImportRow = z.output<typeof importRow>
