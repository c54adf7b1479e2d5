import { maskEmail } from '@shared/core/email'
import { fieldLevelOf, type Relation, type Role } from '@shared/core/permissions'
import { maskPhone } from '@shared/core/phone'
import { customerFieldGroups } from '@shared/features/customers/customers.groups'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import type { customer } from './schema/customer'

type Stored = typeof customer.$inferSelect
type Note = (typeof customerFieldGroups.notes)[number]
export type Onlooker = { role: Role; relation: Relation }

/** The contact person and phone of a line of the list, as far as the onlooker may see them (R084, X2). */
export function viewContactLine(
  { contactPerson, phone }: Pick<Stored, 'contactPerson' | 'phone'>,
  { role, relation }: Onlooker,
): Pick<CustomerDetail, 'contactPerson' | 'phoneMasked'> {
  const level = fieldLevelOf(role, 'contact', relation)
  if (level === 'none') return { contactPerson: null, phoneMasked: null }
  return {
    contactPerson:
      level === 'full' || contactPerson === null ? contactPerson : maskName(contactPerson),
    phoneMasked: phone === null ? null : maskPhone(phone),
  }
}

/** All contact details of the customer page; phone and e-mail stand masked for everybody until a reveal (R089, X2). */
export function viewContact(row: Stored, onlooker: Onlooker) {
  const level = fieldLevelOf(onlooker.role, 'contact', onlooker.relation)
  const { phoneKind, email, gender, birthDate, lunarBirthday, address, regionCode } = row
  const { occupation } = row
  return {
    ...viewContactLine(row, onlooker),
    phoneKind: level === 'none' ? null : phoneKind,
    emailMasked: level === 'none' || email === null ? null : maskEmail(email),
    ...(level === 'full'
      ? { gender, birthDate, lunarBirthday, address, regionCode, occupation }
      : {
          ...{ gender: null, birthDate: null, lunarBirthday: null, address: null },
          ...{ regionCode: null, occupation: null },
        }),
  }
}

/** The stored masks of ID number and bank account: showing them needs no key. */
export function viewNumbers(
  { idCardMask, bankAccountMask }: Stored,
  { role, relation }: Onlooker,
): Pick<CustomerDetail, 'idCardMasked' | 'bankAccountMasked'> {
  if (fieldLevelOf(role, 'idNumber', relation) === 'none')
    return { idCardMasked: null, bankAccountMasked: null }
  return { idCardMasked: idCardMask, bankAccountMasked: bankAccountMask }
}

/** Free text about the customer; there is no half of it. */
export function viewNotes(row: Stored, { role, relation }: Onlooker): Pick<CustomerDetail, Note> {
  const isSeen = fieldLevelOf(role, 'notes', relation) === 'full'
  const entries = customerFieldGroups.notes.map((field) => [field, isSeen ? row[field] : null])
  return Object.fromEntries(entries) as Pick<CustomerDetail, Note>
}

/** The first character of a name, so that a colleague can be told whom to ask for and no more. */
export function maskName(name: string): string {
  return `${[...name][0] ?? ''}••`
}
