import { z } from 'zod'
import { requiredText, rowId } from '@shared/core/schemas'

/** 需求 价值 风险 (R033). */
export const tagTypes = ['need', 'value', 'risk'] as const
export type TagType = (typeof tagTypes)[number]

export const tagInput = z.strictObject({ type: z.enum(tagTypes), name: requiredText(50) })
export type TagInput = z.output<typeof tagInput>

export const tagWithCount = z.strictObject({
  id: rowId,
  code: z.string(),
  type: z.enum(tagTypes),
  name: z.string(),
  /** Customers that wear it and are not archived. */
  customers: z.number().int(),
})
export type TagWithCount = z.output<typeof tagWithCount>
