import { accessByRole } from '@shared/core/permissions'
import { AppError } from '@shared/core/errors'
import type { CustomFieldType } from '@shared/features/custom-fields/custom-fields.enums'
import { isNameTaken } from '@shared/features/custom-fields/custom-fields.rules'
import {
  customFieldLimits,
  type CustomField,
  type CustomFieldInput,
} from '@shared/features/custom-fields/custom-fields.schema'
import { hasOptions } from '@shared/features/custom-fields/custom-types.rules'
import { eq } from 'drizzle-orm'
import type { ReadContext, WriteContext } from '../context'
import { getCustomField, lastFieldSort, readCustomFields } from '../custom-field-rows'
import type { ReadHandle } from '../handles'
import { customField } from '../schema/custom-field'
import { statement } from '../statements'

/**
 * Every field in its order, archived ones too (R073). A choice may have been made of what customers had in the field, so whoever sees
 * nobody's notes is told of no choices either (R084).
 */
export function listCustomFields({ read, session }: ReadContext): { fields: CustomField[] } {
  const fields = readCustomFields(read)
  const { own, others } = accessByRole[session.role].fields.notes
  const sees = own === 'full' || others === 'full'
  return { fields: sees ? fields : fields.map((field) => ({ ...field, options: [] })) }
}

/**
 * Makes a field, last in the order.
 * @throws AppError custom-fields.name-taken; custom-fields.too-many; core.invalid-input for a choice without choices
 */
export function createCustomField(
  context: WriteContext,
  { type, options, ...input }: CustomFieldInput & { type: CustomFieldType },
): { id: number } {
  const { write, clock, newUid } = context
  assertRoom(write, input.name, null)
  const now = clock()
  return write.orm
    .insert(customField)
    .values({
      ...input,
      ...{ uid: newUid(), type, sort: lastFieldSort(write) + 1 },
      options: settleOptions(context, { type, options: [] }, options),
      ...{ archivedAt: null, createdAt: now, updatedAt: now },
    })
    .returning({ id: customField.id })
    .get()
}

/**
 * Replaces what is decided about a field, but for type and place.
 * @throws AppError custom-fields.not-found; custom-fields.name-taken; custom-fields.option-in-use with how many customers;
 * core.invalid-input for a choice that the field never had
 */
export function updateCustomField(
  context: WriteContext,
  { id, options, ...input }: CustomFieldInput & { id: number },
): Record<string, never> {
  const { write } = context
  const before = getCustomField(write, id)
  if (before.archivedAt === null && isNameTaken(readCustomFields(write), input.name, id))
    throw new AppError('custom-fields.name-taken')
  const kept = settleOptions(context, before, options)
  assertUnused(
    write,
    id,
    before.options.filter(({ key }) => !kept.some((option) => option.key === key)),
  )
  change(context, id, { ...input, options: kept })
  return {}
}

/**
 * Puts the fields at work into an order and under headings.
 * @throws AppError custom-fields.changed-meanwhile unless every field at work is named exactly once
 */
export function reorderCustomFields(
  context: WriteContext,
  { order }: { order: { id: number; groupName: string | null }[] },
): Record<string, never> {
  const active = readCustomFields(context.write).filter(({ archivedAt }) => archivedAt === null)
  const wanted = new Set(order.map(({ id }) => id))
  if (wanted.size !== order.length || order.length !== active.length)
    throw new AppError('custom-fields.changed-meanwhile')
  if (active.some(({ id }) => !wanted.has(id)))
    throw new AppError('custom-fields.changed-meanwhile')
  const { write, clock } = context
  const move = statement(
    write,
    `UPDATE custom_field SET sort = @sort, group_name = @groupName, updated_at = @now
     WHERE id = @id AND (sort <> @sort OR group_name IS NOT @groupName)`,
  )
  order.forEach((one, sort) => move.run({ ...one, sort, now: clock() }))
  return {}
}

/** Hides a field; values stay. @throws AppError custom-fields.not-found */
export function archiveCustomField(
  context: WriteContext,
  { id }: { id: number },
): Record<string, never> {
  const { archivedAt } = getCustomField(context.write, id)
  if (archivedAt === null) change(context, id, { archivedAt: context.clock() })
  return {}
}

/**
 * Puts a field back, last in the order.
 * @throws AppError custom-fields.not-found; custom-fields.name-taken; custom-fields.too-many
 */
export function unarchiveCustomField(
  context: WriteContext,
  { id }: { id: number },
): Record<string, never> {
  const { write } = context
  const { archivedAt, name } = getCustomField(write, id)
  if (archivedAt === null) return {}
  assertRoom(write, name, id)
  change(context, id, { archivedAt: null, sort: lastFieldSort(write) + 1 })
  return {}
}

function change(
  { write, clock }: WriteContext,
  id: number,
  columns: Partial<typeof customField.$inferInsert>,
): void {
  write.orm
    .update(customField)
    .set({ ...columns, updatedAt: clock() })
    .where(eq(customField.id, id))
    .run()
}

function assertRoom(read: ReadHandle, name: string, self: number | null): void {
  const fields = readCustomFields(read)
  if (isNameTaken(fields, name, self)) throw new AppError('custom-fields.name-taken')
  const active = fields.filter(({ archivedAt }) => archivedAt === null)
  if (active.length >= customFieldLimits.fields) throw new AppError('custom-fields.too-many')
}

/** The choices with keys of their own for new ones; none for a type without. */
function settleOptions(
  { newUid }: WriteContext,
  { type, options: before }: Pick<CustomField, 'type' | 'options'>,
  wanted: CustomFieldInput['options'],
): CustomField['options'] {
  if (!hasOptions(type)) return []
  if (wanted.length === 0) throw new AppError('core.invalid-input', 'a choice needs choices')
  const known = new Set(before.map(({ key }) => key))
  return wanted.map(({ key, label }) => {
    if (key !== null && !known.delete(key))
      throw new AppError('core.invalid-input', 'no such choice, or named twice')
    return { key: key ?? newUid().slice(-12), label }
  })
}

/** What customers have chosen does not go unseen. */
function assertUnused(read: ReadHandle, fieldId: number, gone: CustomField['options']): void {
  if (gone.length === 0) return
  const used = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM custom_value WHERE field_id = @fieldId AND EXISTS (
       SELECT 1 FROM json_each(@keys) WHERE instr(char(10) || custom_value.value || char(10),
         char(10) || json_each.value || char(10)) > 0)`,
  ).get({ fieldId, keys: JSON.stringify(gone.map(({ key }) => key)) })
  const count = used?.total ?? 0
  if (count > 0)
    throw new AppError('custom-fields.option-in-use', `${count} customers have it`, { count })
}
