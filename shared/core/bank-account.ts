/** Digits only: full width folded, spaces and dashes dropped. */
export function normalizeBankAccount(value: string): string {
  return value.normalize('NFKC').replace(/[\s-]+/g, '')
}

/** True for 8 to 30 digits: accounts of companies follow no common check digit. */
export function isBankAccount(value: string): boolean {
  return /^\d{8,30}$/.test(value)
}

/** Shows the last four digits: **** **** 1234 (R089). */
export function maskBankAccount(value: string): string {
  return `**** **** ${value.slice(-4)}`
}
