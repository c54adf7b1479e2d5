/** Ways to customers by e-mail address, credit code and reading of the name, which the warning while typing takes (R050). */
export function duplicateIndexes(): string[] {
  return [
    `CREATE INDEX customer_by_email ON customer (lower(email)) WHERE email IS NOT NULL`,
    // Holds nothing else: a part of a name is looked for by walking through all of it.
    `CREATE INDEX customer_by_reading ON customer (name_pinyin)`,
    `CREATE INDEX customer_by_credit_code ON customer (credit_code) WHERE credit_code IS NOT NULL`,
  ]
}
