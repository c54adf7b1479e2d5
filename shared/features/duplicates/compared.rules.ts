import type { PhoneKind } from '@shared/core/phone'
import { toSimplified } from '@shared/core/simplified'
import { foldText } from '@shared/core/text'
import type { CustomerKind, Gender } from '@shared/features/customers/customers.enums'
import { foldName, type FoldedName } from './names.rules'

export type ComparedNumber = {
  /** Folded: digits of a phone, lower case of an e-mail address. */
  value: string
  /** Whether it may belong to several people: then it never makes two customers one by itself (X12). */
  isShared: boolean
}

/** A customer as duplicates are looked for. */
export type Compared = {
  kind: CustomerKind
  name: FoldedName
  /** Main contact of a company, folded. */
  contactPerson: string
  phones: readonly ComparedNumber[]
  emails: readonly ComparedNumber[]
  creditCode: string
  /** What is visible of a sealed ID number. */
  idCardMask: string
  birthDate: string
  gender: Gender | ''
  address: string
}

export type ComparedFields = {
  kind: CustomerKind
  name: string
  /** Stored reading of the name: syllables joined by spaces. */
  namePinyin: string
  contactPerson?: string | null
  phones?: readonly { value: string; kind: PhoneKind | null; isShared: boolean }[]
  emails?: readonly { value: string; isShared: boolean }[]
  creditCode?: string | null
  idCardMask?: string | null
  birthDate?: string | null
  gender?: Gender | null
  address?: string | null
}

/** From so many customers of different names on, a number counts as shared, whoever marked it or not. */
export const sharedFrom = 3

/** Mailboxes that belong to an office, not to a person. */
const officeMailbox =
  /^(?:info|sales|service|services|support|office|contact|admin|hr|mail|market|marketing|kefu|caiwu|xiaoshou|webmaster|hello|enquiry|inquiry)@/

/** Folds what is compared; empty texts stand for nothing known. */
export function toCompared(fields: ComparedFields): Compared {
  const { kind, name, namePinyin, phones = [], emails = [] } = fields
  return {
    kind,
    name: foldName(name, kind, namePinyin),
    contactPerson: foldWords(fields.contactPerson),
    phones: phones
      .filter(({ value }) => value.length >= 7)
      .map(({ value, kind: phoneKind, isShared }) => ({
        value,
        isShared: isShared || isOfficePhone(value, phoneKind),
      })),
    emails: emails
      .filter(({ value }) => value.includes('@'))
      .map(({ value, isShared }) => ({
        value: foldText(value),
        isShared: isShared || officeMailbox.test(foldText(value)),
      })),
    creditCode: fields.creditCode ?? '',
    idCardMask: fields.idCardMask ?? '',
    birthDate: fields.birthDate ?? '',
    gender: fields.gender ?? '',
    address: foldWords(fields.address),
  }
}

/** A line into a house or a front desk; one with an extension is somebody's. */
function isOfficePhone(value: string, kind: PhoneKind | null): boolean {
  return (kind === 'landline' || kind === 'service') && !value.includes('x')
}

function foldWords(text: string | null | undefined): string {
  return text ? toSimplified(foldText(text)).replace(/[^\p{L}\p{N}]/gu, '') : ''
}
