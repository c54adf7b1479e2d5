import { AppError } from '@shared/core/errors'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { asc } from 'drizzle-orm'
import type { ReadHandle } from './handles'
import { customField } from './schema/custom-field'
import { prepared, statement } from './statements'

/** What makes a field, without its place and moments. */
export const fieldColumns = {
  id: customField.id,
  uid: customField.uid,
  name: customField.name,
  type: customField.type,
  kinds: customField.kinds,
  groupName: customField.groupName,
  options: customField.options,
  requiredStages: customField.requiredStages,
  archivedAt: customField.archivedAt,
}

const all = ({ orm }: ReadHandle) =>
  orm
    .select(fieldColumns)
    .from(customField)
    .orderBy(asc(customField.sort), asc(customField.id))
    .prepare()

/** Every field of the book in its order, archived ones too (R073). */
export function readCustomFields(read: ReadHandle): CustomField[] {
  return prepared(read, all).all()
}

/** One of them. @throws AppError custom-fields.not-found */
export function getCustomField(read: ReadHandle, id: number): CustomField {
  const found = readCustomFields(read).find((field) => field.id === id)
  if (!found) throw new AppError('custom-fields.not-found')
  return found
}

/** Place of the field that is last now; −1 where there is none. */
export function lastFieldSort(read: ReadHandle): number {
  const row = statement<{ last: number | null }>(read, 'SELECT max(sort) AS last FROM custom_field')
  return row.get()?.last ?? -1
}
