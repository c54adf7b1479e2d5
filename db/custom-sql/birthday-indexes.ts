/** Ways to customers by month and day of birth, which the calendar takes. */
export function birthdayIndexes(): string[] {
  return [
    `CREATE INDEX customer_by_birthday ON customer (substr(birth_date, 6))
     WHERE birth_date IS NOT NULL AND archived_at IS NULL`,
  ]
}
