import { z } from 'zod'
import { requiredText, rowId } from '@shared/core/schemas'
import { customCondition } from '@shared/features/custom-fields/custom-filter.schema'
import {
  companySizes,
  customerKinds,
  stages,
  tiers,
} from '@shared/features/customers/customers.enums'

/** How many conditions a rule may have, how many values a condition, and the longest silence that is counted. */
export const conditionLimits = { conditions: 20, values: 100, days: 3650 } as const

const days = z.number().int().min(1).max(conditionLimits.days)
const sum = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const isAny = z.literal('any')
/** `none` is met by what is empty too. */
const anyOrNone = z.enum(['any', 'none'])

const choice = <F extends string, V extends readonly [string, ...string[]]>(field: F, values: V) =>
  z.strictObject({
    field: z.literal(field),
    op: anyOrNone,
    values: z.array(z.enum(values)).min(1).max(values.length),
  })
const writtenText = <F extends string>(field: F) =>
  z.strictObject({
    field: z.literal(field),
    op: z.enum(['any', 'none', 'contains']),
    values: z.array(requiredText(50)).min(1).max(conditionLimits.values),
  })

/**
 * One thing asked of a customer, by rules for tags (R040) and automation (R073). What is asked by days counts local days, so
 * that an answer changes at midnight only. A new kind of field, such as sums of purchases, is one more line here, one in
 * `condition-sql.ts` and one in `conditions.rules.ts`.
 */
export const condition = z.discriminatedUnion('field', [
  choice('kind', customerKinds),
  choice('stage', stages),
  choice('tier', tiers),
  choice('size', companySizes),
  writtenText('industry'),
  writtenText('source'),
  /** By the digits that a province (2), a city (4) or a district (6) has in common. */
  z.strictObject({
    field: z.literal('region'),
    op: anyOrNone,
    values: z
      .array(z.string().regex(/^(\d{2}){1,3}$/))
      .min(1)
      .max(conditionLimits.values),
  }),
  /** Days since the last interaction, or since the customer was made where there was none. */
  z.strictObject({ field: z.literal('silence'), op: z.enum(['at-least', 'at-most']), days }),
  /** Follow-ups that count as an interaction. */
  z.strictObject({
    field: z.literal('follow-ups'),
    op: z.enum(['at-least', 'at-most']),
    count: z.number().int().min(0).max(100_000),
  }),
  /** In 分; what is empty is in no range. */
  z.strictObject({
    field: z.literal('revenue'),
    op: z.literal('between'),
    from: sum.nullable(),
    to: sum.nullable(),
  }),
  z.strictObject({
    field: z.literal('tag'),
    op: anyOrNone,
    tagIds: z.array(rowId).min(1).max(conditionLimits.values),
  }),
  z.strictObject({ field: z.literal('custom'), op: isAny, condition: customCondition }),
])
export type Condition = z.output<typeof condition>
export type ConditionField = Condition['field']

const conditions = z.array(condition).max(conditionLimits.conditions)
const matches = z.enum(['all', 'any'])

/** Some conditions together, as a part of a rule. */
export const conditionGroup = z.strictObject({ match: matches, conditions: conditions.min(1) })
export type ConditionGroup = z.output<typeof conditionGroup>

/** AND or OR of conditions and of groups of them; an empty one is met by everybody. */
export const conditionSet = z.strictObject({
  match: matches,
  conditions,
  groups: z.array(conditionGroup).max(5).default([]),
})
export type ConditionSet = z.output<typeof conditionSet>
