import { orderTagRules } from '@shared/features/tags/tag-order.rules'
import { readTagRules, settleTag } from '../automatic-tags'
import type { WriteContext } from '../context'
import type { Touched } from './touched'

/**
 * Settles who of the customers that a command touched wears which automatic tag (R040), each tag after those that its rule asks
 * for. A circle, which cannot be saved, would be left alone.
 */
export function settleAutomaticTags(context: WriteContext, touched: readonly Touched[]): void {
  if (touched.length === 0) return
  const ruled = readTagRules(context.write).filter(({ archivedAt }) => archivedAt === null)
  if (ruled.length === 0) return
  const ids = [...new Set(touched.map(({ customerId }) => customerId))]
  for (const tag of orderTagRules(ruled).order) settleTag(context, tag, ids)
}
