import { z } from 'zod'
import { pointTypes } from '@shared/features/contacts/contacts.enums'
import type { NewPointValues } from '@shared/features/contacts/contacts.schema'

/** Further numbers of a new customer as a draft keeps them: before any rule and without defaults. */
export const typedPoints = z.array(
  z.object({
    type: z.enum(pointTypes),
    raw: z.string(),
    label: z.string().nullish(),
    shared: z.boolean().optional(),
  }),
) as z.ZodType<NewPointValues[]>
