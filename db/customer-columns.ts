import { parsePhone } from '@shared/core/phone'
import type { CustomerFields } from '@shared/features/customers/customers.schema'
import { toSearchColumns } from './customer-search'
import { toPinyin } from './pinyin'
import type { customer } from './schema/customer'
import type { SealedNumbers } from './sealed-numbers'

type Stored = typeof customer.$inferSelect
/** Columns that a customer's fields decide, everything but identity, owner, dates and what is sealed. */
export type CustomerColumns = Omit<
  Stored,
  | ('id' | 'uid' | 'code' | 'ownerId' | 'creatorId' | 'ownedSince' | 'pooledAt' | 'stageChangedAt')
  | ('nextFollowAt' | 'lastInteractionAt' | 'createdAt' | 'updatedAt' | 'archivedAt')
  | ('deletedAt' | 'mergedIntoId' | 'searchPeople')
  | keyof SealedNumbers
>

/**
 * Turns parsed fields into stored columns: pinyin, typed phone (X3) and the texts that the list searches. Used by the form and
 * by the import alike.
 */
export function toCustomerColumns(
  { idCard: _idCard, bankAccount: _bankAccount, ...fields }: CustomerFields,
  { code }: { code: string },
): CustomerColumns {
  const name = toPinyin(fields.name, fields.kind === 'person')
  const phone = fields.phone === null ? null : parsePhone(fields.phone)
  const columns = {
    ...fields,
    namePinyin: name.spaced,
    nameInitials: name.initials,
    phoneKind: phone?.kind ?? null,
    phoneNormalized: phone?.normalized ?? null,
  }
  return { ...columns, ...toSearchColumns({ ...columns, code }) }
}
