import { z } from 'zod'
import { rowId } from '@shared/core/schemas'
import { customFieldLimits } from './custom-fields.schema'

const fieldId = rowId
const written = z.string().max(500)

/**
 * One condition on a custom field (R073): the same value, a part of a text, from–to of a number, amount or date, one of some
 * choices, nothing, something. Values are written as a person or a stored value writes them.
 */
export const customCondition = z.discriminatedUnion('op', [
  z.strictObject({ fieldId, op: z.literal('is'), value: written }),
  z.strictObject({ fieldId, op: z.literal('contains'), value: written }),
  z.strictObject({
    fieldId,
    op: z.literal('between'),
    from: written.nullable(),
    to: written.nullable(),
  }),
  z.strictObject({
    fieldId,
    op: z.literal('any'),
    keys: z.array(z.string().max(40)).min(1).max(customFieldLimits.options),
  }),
  z.strictObject({ fieldId, op: z.literal('empty') }),
  z.strictObject({ fieldId, op: z.literal('filled') }),
])
export type CustomCondition = z.output<typeof customCondition>
export type CustomOperation = CustomCondition['op']
