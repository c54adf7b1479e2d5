import { z } from 'zod'
import {
  type NewPoint,
  newPoints,
  type NewPointValues,
} from '@shared/features/contacts/contacts.schema'
import { parseCustomValue } from '@shared/features/custom-fields/custom-values.rules'
import type {
  CustomField,
  CustomValue,
  CustomValueInputs,
} from '@shared/features/custom-fields/custom-fields.schema'
import {
  customerFields,
  type CustomerFields,
  type CustomerFormValues,
  lostReasonRule,
} from '@shared/features/customers/customers.schema'

/** What was typed into custom fields, by `f` and the field's id: a bare number would be taken for the place in a list. */
export type CustomTexts = Record<string, string>
/** What the form holds before parsing, and after. */
export type FormValues = CustomerFormValues & {
  custom: CustomTexts
  /** Further numbers of a new customer; one that is there has an editor of its own for them. */
  points: NewPointValues[]
}
export type FormFields = CustomerFields & { custom: CustomTexts; points: NewPoint[] }

export function customName(fieldId: number): string {
  return `f${fieldId}`
}

/** The texts of a customer's stored values. */
export function customTextsOf(values: readonly CustomValue[]): CustomTexts {
  return Object.fromEntries(values.map(({ fieldId, value }) => [customName(fieldId), value]))
}

/** What a save sends: the texts that say something else than the form began with, by field id. */
export function changedCustom(texts: CustomTexts, start: CustomTexts): CustomValueInputs {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([name, text]) => text.trim() !== (start[name] ?? ''))
      .map(([name, text]) => [name.slice(1), text]),
  )
}

/** The texts that are not what the form began with, for a draft. */
export function typedTexts(
  texts: CustomTexts,
  start: Partial<Record<string, string>>,
): CustomTexts {
  return Object.fromEntries(Object.entries(texts).filter(([name, text]) => text !== start[name]))
}

/** The schema of the form: the customer's own, and of each custom field what its type takes. Untouched texts are not judged. */
export function formSchema(fields: readonly CustomField[], start: CustomTexts) {
  const custom = z.record(z.string(), z.string()).superRefine((texts, context) => {
    for (const field of fields) {
      const name = customName(field.id)
      const text = texts[name] ?? ''
      if (text === (start[name] ?? '')) continue
      const read = parseCustomValue(field, text)
      if (read !== null && 'problem' in read)
        context.addIssue({ code: 'custom', path: [name], message: read.problem })
    }
  })
  return customerFields.extend({ custom, points: newPoints }).refine(...lostReasonRule)
}
