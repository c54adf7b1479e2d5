/** Ways to the customers that have an e-mail address or a credit code, which the warning while typing takes (R050). */
export function duplicateIndexes(): string[] {
  return [
    `CREATE INDEX customer_by_email ON customer (lower(email)) WHERE email IS NOT NULL`,
    `CREATE INDEX customer_by_credit_code ON customer (credit_code) WHERE credit_code IS NOT NULL`,
  ]
}
