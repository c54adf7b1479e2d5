import { eq } from 'drizzle-orm'
import { toSearchColumns } from './customer-search'
import type { WriteHandle } from './handles'
import { toPinyin } from './pinyin'
import { customer } from './schema/customer'

/** Columns of a customer that its pinyin and search texts are made of. */
export const textSources: readonly string[] = [
  ...['kind', 'name', 'code', 'external_id', 'credit_code', 'contact_person'],
  ...['phone', 'phone_kind', 'phone_normalized', 'email'],
]

/**
 * Brings pinyin and search texts in line with the fields they are made of, after those came back one by one. Leaves
 * `updated_at` alone, since the customer's own fields did not change by this.
 */
export function refreshCustomerTexts(write: WriteHandle, customerId: number): void {
  const row = write.orm.select().from(customer).where(eq(customer.id, customerId)).get()
  if (!row) return
  const { spaced: namePinyin, initials: nameInitials } = toPinyin(row.name, row.kind === 'person')
  const named = { ...row, namePinyin, nameInitials }
  const texts = { namePinyin, nameInitials, ...toSearchColumns(named) }
  const isStale = (Object.keys(texts) as (keyof typeof texts)[]).some(
    (column) => texts[column] !== row[column],
  )
  if (isStale) write.orm.update(customer).set(texts).where(eq(customer.id, customerId)).run()
}
