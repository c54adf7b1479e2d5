import { z } from 'zod'
import { relations } from '@shared/core/permissions'
import { instant, optionalText, requiredText, rowId, uid } from '@shared/core/schemas'
import { caseKinds, caseStatuses } from './service-cases.enums'

export const caseInput = z.strictObject({
  customerId: rowId,
  kind: z.enum(caseKinds),
  subject: requiredText(120),
  content: optionalText(20000),
  openedAt: instant,
  /** Whom at the customer it is about. */
  contactId: rowId.nullable().default(null),
  /** Who looks after it; null for whoever writes it down. */
  handlerId: rowId.nullable().default(null),
})
export type CaseFormValues = z.input<typeof caseInput>
export type CaseFields = z.output<typeof caseInput>

/** 1–5; null while nobody asked (R080). */
export const satisfaction = z.number().int().min(1).max(5).nullable()

export const caseMove = z.strictObject({
  id: rowId,
  to: z.enum(caseStatuses),
  /** How it ended; nothing leaves what was said before. */
  result: optionalText(20000),
  satisfaction: satisfaction.default(null),
})
export type CaseMove = z.output<typeof caseMove>

/** Time that something took, in ms: by the clock, and what of it lies on working days. */
export const caseSpan = z.strictObject({ clock: z.number().int(), working: z.number().int() })
export type CaseSpan = z.output<typeof caseSpan>

export const caseEntry = z.strictObject({
  id: rowId,
  uid,
  code: z.string(),
  customerId: rowId,
  customerName: z.string(),
  /** Whose the customer is for the person who looks: decides what they may do with the case. */
  relation: z.enum(relations),
  contactId: rowId.nullable(),
  /** As far as the person may see contact details. */
  contactName: z.string().nullable(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  /** Empty for those who may not see notes, as content and result. */
  subject: z.string(),
  content: z.string().nullable(),
  result: z.string().nullable(),
  satisfaction,
  openedAt: instant,
  respondedAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  handlerId: rowId,
  handlerName: z.string(),
  /** Null while it is not answered, not resolved. */
  response: caseSpan.nullable(),
  resolution: caseSpan.nullable(),
})
export type CaseEntry = z.output<typeof caseEntry>

/** `open` is what is not resolved yet, `unanswered` what of it waits for the first answer. */
export const caseStates = ['open', 'unanswered', 'finished', 'all'] as const
export type CaseState = (typeof caseStates)[number]

export const caseFilter = z.strictObject({
  state: z.enum(caseStates).default('open'),
  kind: z.enum(caseKinds).nullable().default(null),
  handlerId: rowId.nullable().default(null),
  customerId: rowId.nullable().default(null),
})
export type CaseFilter = z.output<typeof caseFilter>
