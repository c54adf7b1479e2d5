import { maskBankAccount } from '@shared/core/bank-account'
import { maskIdCard } from '@shared/core/id-card'
import type { FieldCipher } from './field-cipher'
import type { customer } from './schema/customer'

type Stored = typeof customer.$inferSelect
/** What is stored of ID number and bank account: sealed under the second key, and a mask that needs no key to be shown. */
export type SealedNumbers = Pick<
  Stored,
  'idCardSealed' | 'idCardMask' | 'bankAccountSealed' | 'bankAccountMask'
>
type Numbers = { idCard: string | null; bankAccount: string | null }

export const noNumbers: SealedNumbers = {
  idCardSealed: null,
  idCardMask: null,
  bankAccountSealed: null,
  bankAccountMask: null,
}

/** Another owner than the ID number's, so that the two of one customer cannot be swapped either. */
const bankOwner = (uid: string) => `${uid} bank account`

/** Seals both numbers of a customer (R015, R089). */
export function sealNumbers(numbers: Numbers, uid: string, cipher: FieldCipher): SealedNumbers {
  const { idCard, bankAccount } = numbers
  return {
    idCardSealed: idCard === null ? null : cipher.encrypt(idCard, uid),
    idCardMask: idCard === null ? null : maskIdCard(idCard),
    bankAccountSealed: bankAccount === null ? null : cipher.encrypt(bankAccount, bankOwner(uid)),
    bankAccountMask: bankAccount === null ? null : maskBankAccount(bankAccount),
  }
}

/** One of the numbers whole, or null when there is none. */
export function openNumber(
  field: keyof Numbers,
  { uid, idCardSealed, bankAccountSealed }: SealedNumbers & { uid: string },
  cipher: FieldCipher,
): string | null {
  const [sealed, owner] =
    field === 'idCard' ? [idCardSealed, uid] : [bankAccountSealed, bankOwner(uid)]
  return sealed === null ? null : cipher.decrypt(sealed, owner)
}

/** Seals only what has changed: the same number sealed anew has other bytes, which would look like a change. */
export function resealNumbers(
  numbers: Numbers,
  before: SealedNumbers & { uid: string },
  cipher: FieldCipher,
): SealedNumbers {
  const sealed = sealNumbers(numbers, before.uid, cipher)
  const keeps = (field: keyof Numbers) => openNumber(field, before, cipher) === numbers[field]
  return {
    ...sealed,
    ...(keeps('idCard') ? { idCardSealed: before.idCardSealed } : {}),
    ...(keeps('bankAccount') ? { bankAccountSealed: before.bankAccountSealed } : {}),
  }
}
