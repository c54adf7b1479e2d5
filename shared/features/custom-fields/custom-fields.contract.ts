import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none, rowId } from '@shared/core/schemas'
import { customFieldTypes } from './custom-fields.enums'
import { customField, customFieldInput, customFieldLimits } from './custom-fields.schema'

const base = { home: 'data', permission: 'fields.manage' } as const
const one = z.strictObject({ id: rowId })
const type = z.enum(customFieldTypes)
/** Of the words that 是 and 否 turn into as text. */
const language = z.enum(['zh-CN', 'en'])
const changed = ['custom-fields', 'history'] as const
const withCustomers = [...changed, 'customers'] as const

export const customFieldsContract = {
  /** All fields in their order, archived ones too: everybody who reads customers reads what their values mean. */
  'custom-fields.list': query({
    ...base,
    permission: 'customers.read',
    input: none,
    output: z.strictObject({ fields: z.array(customField) }),
  }),
  'custom-fields.create': command({
    ...base,
    input: customFieldInput.extend({ type }),
    output: one,
    invalidates: changed,
    undoable: true,
  }),
  /** Replaces what is decided about a field, but for type and place. */
  'custom-fields.update': command({
    ...base,
    input: customFieldInput.extend({ id: rowId }),
    output: none,
    invalidates: withCustomers,
    undoable: true,
  }),
  /** The whole order of the fields at work, with the heading of each, in one command. */
  'custom-fields.reorder': command({
    ...base,
    input: z.strictObject({
      order: z
        .array(z.strictObject({ id: rowId, groupName: customFieldInput.shape.groupName }))
        .min(1)
        .max(customFieldLimits.fields),
    }),
    output: none,
    invalidates: withCustomers,
    undoable: true,
  }),
  /** Hides a field; what customers have in it stays. */
  'custom-fields.archive': command({
    ...base,
    input: one,
    output: none,
    invalidates: withCustomers,
    undoable: true,
  }),
  'custom-fields.unarchive': command({
    ...base,
    input: one,
    output: none,
    invalidates: withCustomers,
    undoable: true,
  }),
  /** What a change of type would do to the values of all customers; changes nothing. */
  'custom-fields.previewType': query({
    ...base,
    input: z.strictObject({ id: rowId, type, language }),
    output: z.strictObject({
      converted: z.number().int(),
      refused: z.number().int(),
      examples: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string().nullable(),
          count: z.number().int(),
        }),
      ),
    }),
  }),
  /**
   * Changes the type and converts all values. `rest` says what becomes of values that have no form under the new type: nothing is
   * changed at all (refuse), they go to the end of the customer's notes, or they go.
   */
  'custom-fields.changeType': command({
    ...base,
    input: z.strictObject({
      id: rowId,
      type,
      language,
      rest: z.enum(['refuse', 'notes', 'discard']),
    }),
    output: z.strictObject({ converted: z.number().int(), refused: z.number().int() }),
    invalidates: withCustomers,
    undoable: true,
  }),
} as const
