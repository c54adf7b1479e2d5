/**
 * Ways to customers by month and day of birth, which the calendar takes. Whose a customer is stands in it too, so that a day is counted
 * without reading a row; who keeps a lunar birthday has an index of their own.
 */
export function birthdayIndexes(): string[] {
  return [
    `CREATE INDEX customer_by_birthday ON customer (substr(birth_date, 6), owner_id, pooled_at)
     WHERE birth_date IS NOT NULL AND lunar_birthday IS NULL AND archived_at IS NULL`,
  ]
}
