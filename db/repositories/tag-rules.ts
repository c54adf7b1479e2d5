import { AppError } from '@shared/core/errors'
import type { ConditionSet } from '@shared/features/conditions/conditions.schema'
import { orderTagRules } from '@shared/features/tags/tag-order.rules'
import type { TagRule } from '@shared/features/tags/tag-rule.schema'
import { isUnsettled, readTagRules, settleTag } from '../automatic-tags'
import { conditionSql } from '../condition-sql'
import type { ReadContext, WriteContext } from '../context'
import type { ReadHandle } from '../handles'
import { assertAskable } from '../rule-rights'
import { statement } from '../statements'
import { assertTags } from '../tag-rows'

const firstShown = 5

/**
 * Makes a tag automatic, gives it another rule or none, and settles who wears it (R040). Without a rule whoever wore it by the rule
 * wears it no more.
 * @throws AppError tags.not-found, of a tag that the rule asks for too; tags.rule-circular; core.forbidden for what the person may
 * not see of every customer
 */
export function setTagRule(
  context: WriteContext,
  { id, rule }: { id: number; rule: TagRule | null },
): { added: number; removed: number } {
  const { write } = context
  assertTags(write, [id])
  if (rule) assertAskable(write, context.session, rule)
  statement(write, 'UPDATE tag SET rule = ? WHERE id = ?').run(rule && JSON.stringify(rule), id)
  if (orderTagRules(readTagRules(write)).circular.length > 0)
    throw new AppError('tags.rule-circular')
  if (rule) return settleTag(context, { id, rule }, null)
  const { changes } = statement(
    write,
    `DELETE FROM customer_tag WHERE tag_id = ? AND source = 'rule'`,
  ).run(id)
  return { added: 0, removed: changes }
}

/**
 * Who would meet a rule now: how many customers at work, and the first of them.
 * @throws AppError as `assertAskable`; core.invalid-input for a rule that cannot be asked
 */
export function previewTagRule(
  { read, session, clock }: ReadContext,
  { rule }: { rule: ConditionSet },
): { customers: number; first: { id: number; name: string }[] } {
  assertAskable(read, session, rule)
  const asked = conditionSql(read, rule, clock(), { many: true })
  if (!asked) throw new AppError('core.invalid-input', 'rule cannot be asked')
  const from = `FROM customer WHERE archived_at IS NULL AND ${asked.sql}`
  const total = statement<{ total: number }>(read, `SELECT count(*) AS total ${from}`)
  return {
    customers: total.get(asked.values)?.total ?? 0,
    first: statement<{ id: number; name: string }>(
      read,
      `SELECT id, name ${from} ORDER BY id LIMIT ${firstShown}`,
    ).all(asked.values),
  }
}

/** Whether any automatic tag is not where it belongs, as time alone brings about. */
export function needsRecompute(read: ReadHandle, now: number): boolean {
  const ruled = readTagRules(read).filter(({ archivedAt }) => archivedAt === null)
  return ruled.some((tag) => isUnsettled(read, tag, now))
}

/** Settles every automatic tag over the whole book. */
export function recomputeTags(context: WriteContext): { added: number; removed: number } {
  const ruled = readTagRules(context.write).filter(({ archivedAt }) => archivedAt === null)
  const settled = orderTagRules(ruled).order.map((tag) => settleTag(context, tag, null))
  return {
    added: settled.reduce((sum, { added }) => sum + added, 0),
    removed: settled.reduce((sum, { removed }) => sum + removed, 0),
  }
}
