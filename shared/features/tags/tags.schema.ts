import { z } from 'zod'
import { instant, requiredText, rowId } from '@shared/core/schemas'
import { tagRule } from './tag-rule.schema'

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

/** A tag on a customer, as lists and pages show it. */
export const tagChip = z.strictObject({
  id: rowId,
  type: z.enum(tagTypes),
  name: z.string(),
  color: z.enum(tagColors).nullable(),
  /** Put on by its rule, which takes it off again. */
  automatic: z.boolean(),
})
export type TagChip = z.output<typeof tagChip>

export const tagInput = z.strictObject({ type: z.enum(tagTypes), name: requiredText(50) })
export type TagInput = z.output<typeof tagInput>

/** What somebody decides about a tag itself; only a need has a subgroup (R040). */
export const tagFields = z.strictObject({
  name: requiredText(50),
  /** Null for that of its type. */
  color: z.enum(tagColors).nullable(),
  subgroup: z.enum(tagSubgroups).nullable(),
})
export type TagFields = z.output<typeof tagFields>

export const tagWithCount = z.strictObject({
  id: rowId,
  code: z.string(),
  type: z.enum(tagTypes),
  name: z.string(),
  subgroup: z.enum(tagSubgroups).nullable(),
  color: z.enum(tagColors).nullable(),
  /** Whether a rule puts it on. */
  automatic: z.boolean(),
  /** For those who manage tags; null for everybody else and where no rule is. */
  rule: tagRule.nullable(),
  archivedAt: instant.nullable(),
  /** Customers that wear it and are not archived. */
  customers: z.number().int(),
})
export type TagWithCount = z.output<typeof tagWithCount>
