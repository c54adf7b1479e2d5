import { z } from 'zod'
import { requiredText, rowId } from '@shared/core/schemas'

/** 需求 价值 风险 (R033). */
export const tagTypes = ['need', 'value', 'risk'] as const
export type TagType = (typeof tagTypes)[number]

/** 功能 价格 服务: what a need is about (R040). */
export const tagSubgroups = ['feature', 'price', 'service'] as const
export type TagSubgroup = (typeof tagSubgroups)[number]

export const tagColors = ['blue', 'gold', 'red', 'green', 'purple', 'gray'] as const
export type TagColor = (typeof tagColors)[number]

/** Who put a tag on a customer. */
export const tagSources = ['person', 'rule', 'automation'] as const
export type TagSource = (typeof tagSources)[number]

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
