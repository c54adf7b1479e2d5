import { allConditions } from '@shared/features/conditions/conditions.rules'
import type { Condition } from '@shared/features/conditions/conditions.schema'
import { orderTagRules } from '@shared/features/tags/tag-order.rules'
import { readTagRules, settleTag } from '../automatic-tags'
import type { WriteContext } from '../context'
import type { Touched } from './touched'

/** Where what a condition looks at is written. */
const tables: Partial<Record<Condition['field'], string>> = {
  'follow-ups': 'follow_up',
  tag: 'customer_tag',
  custom: 'custom_value',
}

/**
 * Settles who of the customers that a command touched wears which automatic tag (R040), each tag after those that its rule asks
 * for. A rule is asked only when something that it looks at was written; a circle, which cannot be saved, is left alone.
 */
export function settleAutomaticTags(context: WriteContext, touched: readonly Touched[]): void {
  if (touched.length === 0) return
  const ruled = readTagRules(context.write).filter(({ archivedAt }) => archivedAt === null)
  if (ruled.length === 0) return
  const ids = [...new Set(touched.map(({ customerId }) => customerId))]
  const written = new Set(touched.map(({ table }) => table))
  for (const tag of orderTagRules(ruled).order) {
    const asked = allConditions(tag.rule).map(({ field }) => tables[field] ?? 'customer')
    if (!asked.some((table) => written.has(table))) continue
    const { added, removed } = settleTag(context, tag, ids)
    if (added + removed > 0) written.add('customer_tag')
  }
}
