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
})
export type FollowUpFormValues = z.input<typeof followUpInput>
export type FollowUpFields = z.output<typeof followUpInput>

export const followUpEntry = z.strictObject({
  id: rowId,
  uid,
  code: z.string(),
  customerId: rowId,
  type: z.enum(followUpTypes),
  occurredAt: instant,
  content: z.string(),
  nextFollowAt: instant.nullable(),
  nextNote: z.string().nullable(),
  /** When the planned next step was done or replaced; null while it is open. */
  nextDoneAt: instant.nullable(),
  followerName: z.string(),
  createdAt: instant,
  updatedAt: instant,
})
export type FollowUpEntry = z.output<typeof followUpEntry>
