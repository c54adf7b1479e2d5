import { fieldGroups, fieldLevelOf, type Relation, type Role } from '@shared/core/permissions'
import { customerFieldGroups } from '@shared/features/customers/customers.groups'
import type { CustomerFields } from '@shared/features/customers/customers.schema'
import type { WriteContext } from './context'
import type { customer } from './schema/customer'
import { noNumbers, resealNumbers, type SealedNumbers, sealNumbers } from './sealed-numbers'

type Stored = typeof customer.$inferSelect
type Writer = Pick<WriteContext, 'session' | 'fields'>

/**
 * The fields that a write may change: what belongs to a group that the writer does not see whole stays as it is stored, or
 * empty in a new customer, whatever the payload says (R084). So a form without a group never erases it.
 * @param before the stored row, or null for a new customer
 */
export function writableFields(
  fields: CustomerFields,
  { role, relation }: { role: Role; relation: Relation },
  before: Stored | null,
): CustomerFields {
  const hidden = fieldGroups
    .filter((group) => group !== 'idNumber' && fieldLevelOf(role, group, relation) !== 'full')
    .flatMap((group): readonly string[] => customerFieldGroups[group])
  const stored: Record<string, unknown> = before ?? {}
  return {
    ...fields,
    ...Object.fromEntries(hidden.map((field) => [field, stored[field] ?? null])),
  }
}

/** The same for ID number and bank account, which also need the second key (R015, R089). */
export function writableNumbers(
  { session, fields: cipher }: Writer,
  fields: CustomerFields,
  { relation, uid }: { relation: Relation; uid: string },
  before: Stored | null,
): SealedNumbers {
  const mayWrite = fieldLevelOf(session.role, 'idNumber', relation) === 'full'
  if (mayWrite && cipher !== null)
    return before ? resealNumbers(fields, before, cipher) : sealNumbers(fields, uid, cipher)
  if (before === null) return noNumbers
  const { idCardSealed, idCardMask, bankAccountSealed, bankAccountMask } = before
  return { idCardSealed, idCardMask, bankAccountSealed, bankAccountMask }
}
