import { asc, eq, sql } from 'drizzle-orm'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { StoredValue } from '@shared/features/custom-fields/custom-values.rules'
import { fieldColumns } from '../custom-field-rows'
import type { ReadHandle } from '../handles'
import { customField, customValue } from '../schema/custom-field'
import { prepared } from '../statements'

/** What a customer has in a field, with the field as its file knows it. */
export type CopiedValue = StoredValue & { field: CustomField }

const valuesOf = ({ orm }: ReadHandle) =>
  orm
    .select({ field: fieldColumns, value: customValue.value, number: customValue.number })
    .from(customValue)
    .innerJoin(customField, eq(customField.id, customValue.fieldId))
    .where(eq(customValue.customerId, sql.placeholder('id')))
    .orderBy(asc(customField.sort), asc(customField.id))
    .prepare()

/** The values of a customer in the order of the fields. */
export function listCopiedValues(read: ReadHandle, customerId: number): CopiedValue[] {
  return prepared(read, valuesOf).all({ id: customerId })
}
