import { z } from 'zod'
import { instant, optionalText, rowId, uid } from '@shared/core/schemas'
import { behaviorKinds } from './behaviors.enums'

export const behaviorInput = z.strictObject({
  customerId: rowId,
  kind: z.enum(behaviorKinds),
  at: instant,
  /** Product, page or order that it was about. */
  subject: optionalText(200),
  /** Shop, website, mini program. */
  channel: optionalText(60),
  note: optionalText(2000),
})
export type BehaviorFormValues = z.input<typeof behaviorInput>
export type BehaviorFields = z.output<typeof behaviorInput>

export const behaviorEntry = z.strictObject({
  id: rowId,
  uid,
  customerId: rowId,
  kind: z.enum(behaviorKinds),
  at: instant,
  /** Null for those who may not see notes, as the note. */
  subject: z.string().nullable(),
  channel: z.string().nullable(),
  note: z.string().nullable(),
  userName: z.string(),
})
export type BehaviorEntry = z.output<typeof behaviorEntry>
