import { parsePhone } from '@shared/core/phone'
import { foldText, squeezeNumber } from '@shared/core/text'
import type { CustomerFields } from '@shared/features/customers/customers.schema'
import type { FieldCipher } from './field-cipher'
import { toPinyin } from './pinyin'
import type { customer } from './schema/customer'

type Stored = typeof customer.$inferSelect
/** Columns that a customer's fields decide, everything but identity, owner and dates. */
export type CustomerColumns = Omit<
  Stored,
  | ('id' | 'uid' | 'code' | 'ownerId' | 'creatorId' | 'stageChangedAt')
  | ('nextFollowAt' | 'lastInteractionAt' | 'createdAt' | 'updatedAt' | 'archivedAt')
>

/**
 * Turns parsed fields into stored columns: pinyin, typed phone (X3), sealed ID number (R089) and the text that the list
 * searches. Used by the form and by the import alike.
 */
export function toCustomerColumns(
  { idCard, ...fields }: CustomerFields,
  identity: { uid: string; code: string },
  cipher: FieldCipher,
): CustomerColumns {
  const name = toPinyin(fields.name, fields.kind === 'person')
  const contact = fields.contactPerson === null ? null : toPinyin(fields.contactPerson, true)
  const phone = fields.phone === null ? null : parsePhone(fields.phone)
  const parts = [
    fields.name,
    ...[name.full, name.initials],
    fields.contactPerson,
    ...[contact?.full, contact?.initials],
    phone?.normalized,
    phone?.kind === 'mobile' || fields.phone === null ? null : fields.phone,
    fields.email,
    identity.code,
    fields.externalId,
  ]
  return {
    ...fields,
    namePinyin: name.spaced,
    nameInitials: name.initials,
    phoneKind: phone?.kind ?? null,
    phoneNormalized: phone?.normalized ?? null,
    idCardSealed: idCard === null ? null : cipher.encrypt(idCard, identity.uid),
    searchText: toSearchText(parts),
  }
}

/** Folded parts, each once, one a line: a search word holds no line break, so it never matches across two parts. */
function toSearchText(parts: (string | null | undefined)[]): string {
  const lines = parts.flatMap((part) => {
    if (!part) return []
    const folded = foldText(part)
    return [folded, squeezeNumber(folded.replaceAll(' ', ''))]
  })
  return [...new Set(lines)].filter((line) => line.length > 0).join('\n')
}
