import { AppError } from '@shared/core/errors'
import { fieldLevelOf, type Relation, type Role } from '@shared/core/permissions'
import type {
  CustomField,
  CustomValue,
  CustomValueInputs,
} from '@shared/features/custom-fields/custom-fields.schema'
import {
  parseCustomValue,
  type StoredValue,
} from '@shared/features/custom-fields/custom-values.rules'
import type { WriteContext } from './context'
import { readCustomFields } from './custom-field-rows'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/**
 * Values of custom fields are free text about a customer as notes are, so they are seen and written where the group `notes` is
 * whole, and there is no half of them (R084).
 */
export function seesCustomValues(role: Role, relation: Relation): boolean {
  return fieldLevelOf(role, 'notes', relation) === 'full'
}

/**
 * Values of some customers by customer id, in the order of the fields; those of archived fields are left out.
 * @param fieldIds only these fields, or null for all
 */
export function customByCustomer(
  read: ReadHandle,
  customerIds: number[],
  fieldIds: number[] | null,
): Map<number, CustomValue[]> {
  const rows = statement<CustomValue & { customerId: number }>(
    read,
    `SELECT v.customer_id AS customerId, v.field_id AS fieldId, v.value
     FROM json_each(@customerIds) wanted
     CROSS JOIN custom_value v ON v.customer_id = wanted.value
     JOIN custom_field f ON f.id = v.field_id
     WHERE f.archived_at IS NULL
       AND (@fieldIds IS NULL OR v.field_id IN (SELECT value FROM json_each(@fieldIds)))
     ORDER BY f.sort, f.id`,
  ).all({
    customerIds: JSON.stringify(customerIds),
    fieldIds: fieldIds === null ? null : JSON.stringify(fieldIds),
  })
  const byCustomer = new Map<number, CustomValue[]>()
  for (const { customerId, ...value } of rows) {
    const values = byCustomer.get(customerId) ?? []
    values.push(value)
    byCustomer.set(customerId, values)
  }
  return byCustomer
}

/**
 * Writes the values that a save names; an empty one empties the field, all others stay. A role that does not see them changes
 * none, whatever it sends.
 * @param known every field, when the caller has read them for many customers
 * @throws AppError custom-fields.not-found for a field that is not at work; custom-fields.bad-value
 */
export function writeCustomValues(
  context: WriteContext,
  { customerId, relation }: { customerId: number; relation: Relation },
  inputs: CustomValueInputs,
  known: readonly CustomField[] | null = null,
): void {
  const { write, session } = context
  const entries = Object.entries(inputs)
  if (entries.length === 0 || !seesCustomValues(session.role, relation)) return
  const fields = new Map((known ?? readCustomFields(write)).map((field) => [field.id, field]))
  for (const [key, text] of entries) {
    const field = fields.get(Number(key))
    if (!field || field.archivedAt !== null) throw new AppError('custom-fields.not-found')
    writeOne(context, customerId, field, text)
  }
}

const remove = 'DELETE FROM custom_value WHERE customer_id = ? AND field_id = ?'
const upsert = `INSERT INTO custom_value (customer_id, field_id, value, number, updated_at)
  VALUES (@customerId, @fieldId, @value, @number, @now)
  ON CONFLICT (customer_id, field_id)
  DO UPDATE SET value = excluded.value, number = excluded.number, updated_at = excluded.updated_at
  WHERE custom_value.value <> excluded.value`

/** Writes a value that was read already; one that is the same stays untouched. */
export function putCustomValue(
  { write, clock }: Pick<WriteContext, 'write' | 'clock'>,
  row: { customerId: number; fieldId: number } & StoredValue,
): void {
  const { customerId, fieldId, value, number } = row
  statement(write, upsert).run({ customerId, fieldId, value, number, now: clock() })
}

function writeOne(
  context: Pick<WriteContext, 'write' | 'clock'>,
  customerId: number,
  field: CustomField,
  text: string,
): void {
  const read = parseCustomValue(field, text)
  if (read === null) statement(context.write, remove).run(customerId, field.id)
  else if ('problem' in read)
    throw new AppError('custom-fields.bad-value', read.problem, { field: field.name })
  else putCustomValue(context, { customerId, fieldId: field.id, ...read })
}
