import { z } from 'zod'
import { instant, requiredText, rowId, uid } from '@shared/core/schemas'
import { foldText } from '@shared/core/text'
import { stages } from '../customers/customers.enums'
import { customFieldKinds, customFieldTypes } from './custom-fields.enums'

/** How many fields a business may have at work, and how many choices a field. */
export const customFieldLimits = { fields: 100, options: 100, name: 50, option: 50 } as const

const name = requiredText(customFieldLimits.name)
const groupName = z
  .string()
  .transform((value) => value.replaceAll('\u0000', '').toWellFormed().trim())
  .refine((value) => [...value].length <= customFieldLimits.name, {
    error: `too-long|${customFieldLimits.name}`,
  })
  .nullable()
  .transform((value) => (value ? value : null))
const requiredStages = z
  .array(z.enum(stages))
  .max(stages.length)
  .transform((chosen) => stages.filter((stage) => chosen.includes(stage)))

export const customFieldOption = z.strictObject({
  key: z.string().min(1).max(40),
  label: requiredText(customFieldLimits.option),
})
/** A choice as somebody edits it; `key` is null for a new one. */
export const customFieldOptionInput = customFieldOption.extend({
  key: customFieldOption.shape.key.nullable(),
})
export type CustomFieldOptionInput = z.output<typeof customFieldOptionInput>

/** What somebody decides about a field, apart from its type and place. */
export const customFieldInput = z.strictObject({
  name,
  kinds: z.enum(customFieldKinds),
  groupName,
  /** Of a choice; of any other type they are not kept. */
  options: z
    .array(customFieldOptionInput)
    .max(customFieldLimits.options)
    .refine(
      (options) => new Set(options.map(({ label }) => foldText(label))).size === options.length,
      {
        error: 'option-twice',
      },
    ),
  requiredStages,
})
export type CustomFieldInput = z.output<typeof customFieldInput>

export const customField = z.strictObject({
  id: rowId,
  uid,
  name: z.string(),
  type: z.enum(customFieldTypes),
  kinds: z.enum(customFieldKinds),
  groupName: z.string().nullable(),
  options: z.array(customFieldOption),
  requiredStages: z.array(z.enum(stages)),
  archivedAt: instant.nullable(),
})
export type CustomField = z.output<typeof customField>

/** Longest text that a value may be written as; a multi-choice holds up to 100 keys. */
export const customValueLength = 5000

/** What one customer has in one field, as stored: see `parseCustomValue`. */
export const customValue = z.strictObject({ fieldId: rowId, value: z.string() })
export type CustomValue = z.output<typeof customValue>

/** Values of a save by field id: only fields that are named change, an empty text empties one. */
export const customValueInputs = z.record(
  z.string().regex(/^[1-9]\d{0,14}$/),
  z.string().max(customValueLength),
)
export type CustomValueInputs = z.output<typeof customValueInputs>
