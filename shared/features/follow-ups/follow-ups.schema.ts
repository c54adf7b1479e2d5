import { z } from 'zod'
import { instant, optionalText, requiredText, rowId, uid } from '@shared/core/schemas'

/** 电话 拜访 微信 邮件 and other (R032; WeChat is how the trade talks today). */
export const followUpTypes = ['phone', 'visit', 'wechat', 'email', 'other'] as const
export type FollowUpType = (typeof followUpTypes)[number]

/** 谈到了 没联系上 有意向 谈定了 拒绝了 (R013). */
export const followUpOutcomes = ['reached', 'unreached', 'interested', 'agreed', 'refused'] as const
export type FollowUpOutcome = (typeof followUpOutcomes)[number]

export const followUpInput = z.strictObject({
  customerId: rowId,
  type: z.enum(followUpTypes),
  occurredAt: instant,
  content: requiredText(20000),
  /** When to come back; null leaves the customer without a new next step (R013, R070). */
  nextFollowAt: instant.nullable().default(null),
  nextNote: optionalText(200),
  /** How it went; null where nobody said. */
  outcome: z.enum(followUpOutcomes).nullable().default(null),
  /** The contact person whom they met. */
  contactId: rowId.nullable().default(null),
  /** What the next step will be: a call, a visit; null for not said. */
  nextType: z.enum(followUpTypes).nullable().default(null),
  /** Of the next step only the day counts. */
  nextAllDay: z.boolean().default(false),
})
export type FollowUpFormValues = z.input<typeof followUpInput>
export type FollowUpFields = z.output<typeof followUpInput>

/** Something to do besides the next step, which the text asked for by a date of its own. */
export const entryTask = z.strictObject({
  title: requiredText(200),
  dueAt: instant,
  /** Of `dueAt` only the day counts. */
  allDay: z.boolean(),
})
export type EntryTask = z.output<typeof entryTask>

export const entryFile = z.strictObject({
  id: rowId,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().positive(),
})
export type EntryFile = z.output<typeof entryFile>

export const followUpEntry = z.strictObject({
  id: rowId,
  uid,
  code: z.string(),
  customerId: rowId,
  type: z.enum(followUpTypes),
  occurredAt: instant,
  content: z.string(),
  outcome: z.enum(followUpOutcomes).nullable(),
  /** The contact person whom they met, by as much of the name as the reader may see. */
  contact: z.strictObject({ id: rowId, name: z.string() }).nullable(),
  nextFollowAt: instant.nullable(),
  nextNote: z.string().nullable(),
  nextType: z.enum(followUpTypes).nullable(),
  nextAllDay: z.boolean(),
  /** When the planned next step was done or replaced; null while it is open. */
  nextDoneAt: instant.nullable(),
  followerName: z.string(),
  /** Files that came with it; none for those who may not see notes. */
  files: z.array(entryFile),
  createdAt: instant,
  updatedAt: instant,
})
export type FollowUpEntry = z.output<typeof followUpEntry>
