import { z } from 'zod'
import { instant, requiredText, rowId, uid } from '@shared/core/schemas'
import { conditionLimits, conditionSet } from '@shared/features/conditions/conditions.schema'
import { stages } from '@shared/features/customers/customers.enums'

/**
 * `createdAtOnce`: of one command, such as an import, that makes more customers, rules for new customers look at the first so many.
 * `silentAtOnce`: so many customers a day for each rule of silence, the longest silent first, so that a new rule does not bury
 * anybody in tasks. `previewDays`: how far the test run looks back.
 */
export const automationLimits = {
  ...{ rules: 100, actions: 10, days: conditionLimits.days },
  ...{ createdAtOnce: 1000, silentAtOnce: 200, previewDays: 30 },
} as const

/** Fields of a customer whose change can set off a rule. */
export const watchedFields = [
  ...(['tier', 'ownerId', 'industry', 'companySize', 'source', 'regionCode'] as const),
  ...(['address', 'phone', 'email', 'need', 'annualRevenue', 'kind'] as const),
] as const
export type WatchedField = (typeof watchedFields)[number]

const someIds = z.array(rowId).min(1).max(conditionLimits.values)
const days = z.number().int().min(0).max(automationLimits.days)

/** 当: what sets a rule off (R073). */
export const automationTrigger = z.discriminatedUnion('on', [
  z
    .strictObject({
      on: z.literal('field'),
      fields: z.array(z.enum(watchedFields)).max(watchedFields.length),
      customFieldIds: z.array(rowId).max(conditionLimits.values),
    })
    .refine(({ fields, customFieldIds }) => fields.length + customFieldIds.length > 0, {
      error: 'required',
      path: ['fields'],
    }),
  z.strictObject({
    on: z.literal('stage'),
    stages: z.array(z.enum(stages)).min(1).max(stages.length),
  }),
  z.strictObject({ on: z.literal('silence'), days: days.min(1) }),
  z.strictObject({ on: z.literal('tag-added'), tagIds: someIds }),
  z.strictObject({ on: z.literal('created') }),
])
export type AutomationTrigger = z.output<typeof automationTrigger>

/** The customer's owner, or one person whoever owns it. */
const whom = z.union([z.literal('owner'), rowId])
export type Whom = z.output<typeof whom>

/** 就: what a rule does. Days count from the day on which it runs. */
export const automationAction = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('task'),
    title: requiredText(200),
    inDays: days,
    assignee: whom,
  }),
  z.strictObject({ do: z.literal('add-tag'), tagId: rowId }),
  z.strictObject({ do: z.literal('remove-tag'), tagId: rowId }),
  z.strictObject({ do: z.literal('owner'), userId: rowId }),
  z.strictObject({ do: z.literal('next-date'), inDays: days, note: requiredText(200) }),
  z.strictObject({ do: z.literal('notice'), to: whom, text: requiredText(200) }),
])
export type AutomationAction = z.output<typeof automationAction>

/** What somebody decides about a rule: 当 … 时，如果 …，就 …. */
export const automationRuleInput = z.strictObject({
  name: requiredText(50),
  trigger: automationTrigger,
  conditions: conditionSet,
  actions: z.array(automationAction).min(1).max(automationLimits.actions),
})
export type AutomationRuleInput = z.output<typeof automationRuleInput>

export const automationRule = automationRuleInput.extend({
  id: rowId,
  uid,
  enabled: z.boolean(),
  /** When the program stopped it because it set itself off; null while nothing is wrong. */
  stoppedAt: instant.nullable(),
  /** Whether it can still be asked: not when a field that it asks for was changed since. */
  broken: z.boolean(),
  creatorName: z.string(),
  runs: z.number().int(),
  lastRunAt: instant.nullable(),
})
export type AutomationRule = z.output<typeof automationRule>

/** One command under which rules ran. */
export const automationRun = z.strictObject({
  commandId: rowId,
  ruleId: rowId,
  ruleName: z.string(),
  at: instant,
  customers: z.number().int(),
  first: z.array(z.strictObject({ id: rowId, name: z.string() })),
  /** The route of the command, which tells what set it off. */
  route: z.string(),
  userName: z.string(),
  /** Whether the person who looks may take it back now; what set it off goes back too. */
  canUndo: z.boolean(),
})
