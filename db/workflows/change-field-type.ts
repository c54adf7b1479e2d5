import { AppError } from '@shared/core/errors'
import type { CustomFieldType } from '@shared/features/custom-fields/custom-fields.enums'
import {
  convertValue,
  optionsUnder,
  previewChange,
  type TypeChange,
  type ValueCount,
} from '@shared/features/custom-fields/custom-types.rules'
import {
  noteLineOf,
  type StoredValue,
  type WordLanguage,
} from '@shared/features/custom-fields/custom-values.rules'
import { eq } from 'drizzle-orm'
import type { ReadContext, WriteContext } from '../context'
import { getCustomField } from '../custom-field-rows'
import type { ReadHandle } from '../handles'
import { customField } from '../schema/custom-field'
import { statement } from '../statements'

type Wanted = { id: number; type: CustomFieldType; language: WordLanguage }
export type Rest = 'refuse' | 'notes' | 'discard'

/** What a change of type would do to every customer's value (R073). @throws AppError custom-fields.not-found */
export function previewFieldType(
  { read }: ReadContext,
  { id, type, language }: Wanted,
): TypeChange {
  const field = getCustomField(read, id)
  const counts = countValues(read, id)
  let made = 0
  const options = optionsUnder(field, type, counts, language, () => `new${(made += 1)}`)
  return previewChange(field, { type, options }, counts, language)
}

/**
 * Changes the type of a field and converts what customers have in it, in one command that one undo takes back (R073). What does not
 * convert is never lost unseen: by `rest` it refuses the whole change, stands at the end of the customer's notes, or goes.
 * @throws AppError custom-fields.not-found; custom-fields.not-convertible with how many; custom-fields.notes-full
 */
export function changeFieldType(
  context: WriteContext,
  { id, type, language, rest }: Wanted & { rest: Rest },
): { converted: number; refused: number } {
  const { write, clock, newUid } = context
  const field = getCustomField(write, id)
  if (field.type === type) return { converted: 0, refused: 0 }
  const counts = countValues(write, id)
  const options = optionsUnder(field, type, counts, language, () => newUid().slice(-12))
  const target = { type, options }
  const { converted, refused } = previewChange(field, target, counts, language, 0)
  if (refused > 0 && rest === 'refuse')
    throw new AppError('custom-fields.not-convertible', 'values would be lost', { count: refused })
  const outcomes = new Map(
    counts.map(({ value }) => [value, convertValue(field, value, target, language)]),
  )
  for (const row of listRows(write, id)) {
    const stored = outcomes.get(row.value) ?? null
    if (stored) convertRow(context, row, stored)
    else dropRow(context, row, rest === 'notes' ? noteLineOf(field, row.value, language) : null)
  }
  write.orm
    .update(customField)
    .set({ ...target, updatedAt: clock() })
    .where(eq(customField.id, id))
    .run()
  return { converted, refused }
}

function countValues(read: ReadHandle, fieldId: number): ValueCount[] {
  return statement<ValueCount>(
    read,
    `SELECT value, count(*) AS count FROM custom_value WHERE field_id = ?
     GROUP BY value ORDER BY count(*) DESC, value`,
  ).all(fieldId)
}

type Row = { id: number; customerId: number; value: string; number: number | null }

/** All of them at once: rows change while they are walked. */
function listRows(read: ReadHandle, fieldId: number): Row[] {
  return statement<Row>(
    read,
    'SELECT id, customer_id AS customerId, value, number FROM custom_value WHERE field_id = ? ORDER BY id',
  ).all(fieldId)
}

function convertRow(
  { write, clock }: WriteContext,
  row: Row,
  { value, number }: StoredValue,
): void {
  if (row.value === value && row.number === number) return
  statement(
    write,
    'UPDATE custom_value SET value = @value, number = @number, updated_at = @now WHERE id = @id',
  ).run({ id: row.id, value, number, now: clock() })
}

/** Longest notes of a customer in characters, as in the form. */
const notesLength = 20_000

function dropRow({ write, clock }: WriteContext, row: Row, line: string | null): void {
  statement(write, 'DELETE FROM custom_value WHERE id = ?').run(row.id)
  if (line === null) return
  const found = statement<{ notes: string | null }>(
    write,
    'SELECT notes FROM customer WHERE id = ?',
  ).get(row.customerId)
  const notes = [found?.notes ?? '', line].filter((part) => part !== '').join('\n')
  if ([...notes].length > notesLength) throw new AppError('custom-fields.notes-full')
  // Always later than the edit before: editors compare this value.
  statement(
    write,
    'UPDATE customer SET notes = @notes, updated_at = max(@now, updated_at + 1) WHERE id = @id',
  ).run({ id: row.customerId, notes, now: clock() })
}
