import { z } from 'zod'
import { instant, rowId } from '@shared/core/schemas'
import { caseKinds } from '@shared/features/service-cases/service-cases.enums'
import {
  type CaseEntry,
  caseInput,
  type CaseFormValues,
} from '@shared/features/service-cases/service-cases.schema'
import { dropDraft, findDraft, keepDraft } from '@renderer/lib/drafts'

/** The fields of the form; the customer may still be wanting. */
export const caseForm = caseInput.extend({
  customerId: rowId.nullable().refine((id) => id !== null, { error: 'required' }),
})
export type CaseForm = z.input<typeof caseForm>

/** What was typed, before any rule. */
const draft: z.ZodType<CaseForm> = z.object({
  customerId: rowId.nullable(),
  kind: z.enum(caseKinds),
  subject: z.string(),
  content: z.string().nullish(),
  openedAt: instant,
  contactId: rowId.nullish().transform((id) => id ?? null),
  handlerId: rowId.nullish().transform((id) => id ?? null),
})
const keyOf = (customerId: number | null) => `service-case:${customerId ?? 'new'}`

/** A new case as it was left, or an empty one of now. */
export function beginCase(customerId: number | null, now: number): CaseForm {
  const found = findDraft(keyOf(customerId), draft)
  if (found) return found
  return {
    ...{ customerId, kind: 'consultation', subject: '', content: '', openedAt: now },
    ...{ contactId: null, handlerId: null },
  }
}

export function keepCase(customerId: number | null, values: CaseForm): void {
  keepDraft(keyOf(customerId), values)
}

export function forgetCase(customerId: number | null): void {
  dropDraft(keyOf(customerId))
}

/** The form of a case that is there. */
export function formOf(entry: CaseEntry): CaseFormValues {
  const { customerId, kind, subject, content, openedAt, contactId, handlerId } = entry
  return { customerId, kind, subject, content: content ?? '', openedAt, contactId, handlerId }
}
