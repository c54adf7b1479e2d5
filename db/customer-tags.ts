import type { TagType } from '@shared/features/tags/tags.schema'
import type { ReadHandle } from './handles'
import { statement } from './statements'

export type TagChip = { id: number; type: TagType; name: string }

/** The tags of some customers, by customer id, in order of type (need, value, risk) and name. */
export function tagsByCustomer(read: ReadHandle, customerIds: number[]): Map<number, TagChip[]> {
  const rows = statement<TagChip & { customerId: number }>(
    read,
    `SELECT ct.customer_id AS customerId, t.id, t.type, t.name
     FROM json_each(?) wanted
     CROSS JOIN customer_tag ct ON ct.customer_id = wanted.value
     JOIN tag t ON t.id = ct.tag_id
     ORDER BY CASE t.type WHEN 'need' THEN 1 WHEN 'value' THEN 2 ELSE 3 END, t.name, t.id`,
  ).all(JSON.stringify(customerIds))
  const byCustomer = new Map<number, TagChip[]>()
  for (const { customerId, ...chip } of rows) {
    const chips = byCustomer.get(customerId) ?? []
    chips.push(chip)
    byCustomer.set(customerId, chips)
  }
  return byCustomer
}
