import type { FieldCipher } from '../field-cipher'
import type { customer } from '../schema/customer'
import { noNumbers, openNumber, type SealedNumbers } from '../sealed-numbers'

type Row = typeof customer.$inferSelect

/**
 * ID number and bank account of a row of a backup, as they are sealed. What the second key of now does not open stays empty: nobody could
 * ever read it again (R015, R089).
 * @returns the columns, and how many numbers were left out
 */
export function takeNumbers(
  row: Row,
  cipher: FieldCipher | null,
): { numbers: SealedNumbers; lost: number } {
  const { idCardSealed, idCardMask, bankAccountSealed, bankAccountMask } = row
  const idCard = opens('idCard', row, cipher)
  const bankAccount = opens('bankAccount', row, cipher)
  return {
    numbers: {
      ...noNumbers,
      ...(idCard ? { idCardSealed, idCardMask } : {}),
      ...(bankAccount ? { bankAccountSealed, bankAccountMask } : {}),
    },
    lost:
      Number(idCardSealed !== null && !idCard) + Number(bankAccountSealed !== null && !bankAccount),
  }
}

function opens(field: 'idCard' | 'bankAccount', row: Row, cipher: FieldCipher | null): boolean {
  if (cipher === null) return false
  try {
    return openNumber(field, row, cipher) !== null
  } catch {
    return false
  }
}
