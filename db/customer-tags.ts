import type { TagChip } from '@shared/features/tags/tags.schema'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/** The tags of some customers, by customer id, in order of type (need, value, risk) and name. */
export function tagsByCustomer(read: ReadHandle, customerIds: number[]): Map<number, TagChip[]> {
  const rows = statement<Omit<TagChip, 'automatic'> & { automatic: number; customerId: number }>(
    read,
    `SELECT ct.customer_id AS customerId, t.id, t.type, t.name, t.color, ct.source = 'rule' AS automatic
     FROM json_each(?) wanted
     CROSS JOIN customer_tag ct ON ct.customer_id = wanted.value
     JOIN tag t ON t.id = ct.tag_id
     ORDER BY CASE t.type WHEN 'need' THEN 1 WHEN 'value' THEN 2 ELSE 3 END, t.name, t.id`,
  ).all(JSON.stringify(customerIds))
  const byCustomer = new Map<number, TagChip[]>()
  for (const { customerId, automatic, ...chip } of rows) {
    const chips = byCustomer.get(customerId) ?? []
    chips.push({ ...chip, automatic: automatic === 1 })
    byCustomer.set(customerId, chips)
  }
  return byCustomer
}
