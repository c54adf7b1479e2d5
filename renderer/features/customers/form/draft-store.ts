import { z } from 'zod'
import { instant, rowId } from '@shared/core/schemas'
import {
  companySizes,
  customerKinds,
  decisionModes,
  genders,
  priceSensitivities,
  stages,
  tiers,
} from '@shared/features/customers/customers.enums'
import { customerFields } from '@shared/features/customers/customers.schema'
import * as drafts from '@renderer/lib/drafts'
import { typedPoints } from '@renderer/lib/typed-points'
import type { FormValues } from './custom-values'

/** `card` is a new customer that was read from a card (R053). */
export type DraftKey = 'new' | 'card' | number
/** What a form shows, and the version of the customer that it shows; null for a new one. */
export type CustomerDraft = { values: FormValues; updatedAt: number | null }
/** What was typed, and the version of the customer that it was typed over. */
export type TypedDraft = { values: Partial<FormValues>; updatedAt: number | null }

const asTyped = z.string().nullish()
const fieldNames = Object.keys(customerFields.shape)

/** The form's values before any rule and without defaults: half an e-mail address is a draft too. */
const values = z
  .object({
    ...Object.fromEntries(fieldNames.map((name) => [name, asTyped])),
    kind: z.enum(customerKinds),
    name: z.string(),
    gender: z.enum(genders).nullable(),
    companySize: z.enum(companySizes).nullable(),
    referrerId: rowId.nullable(),
    priceSensitivity: z.enum(priceSensitivities).nullable(),
    decisionMode: z.enum(decisionModes).nullable(),
    stage: z.enum(stages),
    tier: z.enum(tiers),
    custom: z.record(z.string(), z.string()),
    points: typedPoints,
  })
  .partial() as z.ZodType<Partial<FormValues>>

const typedDraft: z.ZodType<TypedDraft> = z.object({ values, updatedAt: instant.nullable() })

/** What was typed into the form of a customer and not saved; comes back after a lock or a restart. */
export function findDraft(key: DraftKey): TypedDraft | null {
  return drafts.findDraft(nameOf(key), typedDraft)
}

export function keepDraft(key: DraftKey, draft: TypedDraft): void {
  drafts.keepDraft(nameOf(key), draft)
}

export function dropDraft(key: DraftKey): void {
  drafts.dropDraft(nameOf(key))
}

function nameOf(key: DraftKey): string {
  return `customer:${key}`
}
