import { AppError } from '@shared/core/errors'
import { withRuleTagsReplaced } from '@shared/features/automation/automation.rules'
import { withTagsReplaced } from '@shared/features/conditions/conditions.rules'
import { orderTagRules } from '@shared/features/tags/tag-order.rules'
import { readTagRules, settleTag } from '../automatic-tags'
import { readAutomationRules } from '../automation/rules'
import type { WriteContext } from '../context'
import type { WriteHandle } from '../handles'
import { statement } from '../statements'
import { assertTags } from '../tag-rows'

/**
 * Makes one tag of several (R014): every customer that wore one of them wears the survivor, once, and rules that ask for them ask
 * for it. What a person had put on anywhere counts as put on by a person. One undo gives everything back.
 * @returns how many tags went, and how many customers the survivor came to
 * @throws AppError tags.not-found; tags.rule-circular when a rule would then wait for its own tag
 */
export function mergeTags(
  context: WriteContext,
  { survivorId, tagIds }: { survivorId: number; tagIds: number[] },
): { merged: number; customers: number } {
  const { write } = context
  const goingIds = [...new Set(tagIds)].filter((id) => id !== survivorId)
  assertTags(write, [survivorId, ...goingIds])
  if (goingIds.length === 0) return { merged: 0, customers: 0 }
  const customers = moveLinks(write, survivorId, goingIds)
  repointRules(write, survivorId, new Set(goingIds))
  statement(write, 'DELETE FROM tag WHERE id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(goingIds),
  )
  if (orderTagRules(readTagRules(write)).circular.length > 0)
    throw new AppError('tags.rule-circular')
  const ruled = readTagRules(write).find(({ id }) => id === survivorId)
  if (ruled && ruled.archivedAt === null) settleTag(context, ruled, null)
  return { merged: goingIds.length, customers }
}

function moveLinks(write: WriteHandle, survivorId: number, goingIds: number[]): number {
  const isRuled = readTagRules(write).some(({ id }) => id === survivorId)
  const values = { survivor: survivorId, going: JSON.stringify(goingIds) }
  // By the survivor's rule only what it puts on may be taken off again; without one nothing is.
  const isPersonal = isRuled
    ? `EXISTS (SELECT 1 FROM customer_tag AS own WHERE own.customer_id = customer_tag.customer_id
         AND own.source <> 'rule' AND (own.tag_id = @survivor OR own.tag_id IN (SELECT value FROM json_each(@going))))`
    : 'TRUE'
  statement(
    write,
    `UPDATE customer_tag SET source = 'person' WHERE source = 'rule' AND ${isPersonal}
       AND (tag_id = @survivor OR tag_id IN (SELECT value FROM json_each(@going)))`,
  ).run(values)
  statement(
    write,
    `DELETE FROM customer_tag WHERE tag_id IN (SELECT value FROM json_each(@going)) AND EXISTS (
       SELECT 1 FROM customer_tag AS other WHERE other.customer_id = customer_tag.customer_id AND (other.tag_id = @survivor
         OR (other.tag_id IN (SELECT value FROM json_each(@going)) AND other.id < customer_tag.id)))`,
  ).run(values)
  return statement(
    write,
    `UPDATE customer_tag SET tag_id = @survivor WHERE tag_id IN (SELECT value FROM json_each(@going))`,
  ).run(values).changes
}

function repointRules(write: WriteHandle, survivorId: number, going: ReadonlySet<number>): void {
  const replace = (id: number) => (going.has(id) ? survivorId : id)
  for (const { id, rule } of readTagRules(write))
    if (!going.has(id))
      writeIfChanged(write, 'UPDATE tag SET rule = ? WHERE id = ?', id, [
        [rule, withTagsReplaced(rule, replace)],
      ])
  for (const rule of readAutomationRules(write)) {
    const next = withRuleTagsReplaced(rule, replace)
    writeIfChanged(
      write,
      `UPDATE automation_rule SET "trigger" = ?, conditions = ?, actions = ? WHERE id = ?`,
      rule.id,
      [
        [rule.trigger, next.trigger],
        [rule.conditions, next.conditions],
        [rule.actions, next.actions],
      ],
    )
  }
}

function writeIfChanged(
  write: WriteHandle,
  sql: string,
  id: number,
  parts: readonly (readonly [before: unknown, after: unknown])[],
): void {
  const texts = parts.map(([, after]) => JSON.stringify(after))
  if (parts.some(([before], index) => JSON.stringify(before) !== texts[index]))
    statement(write, sql).run(...texts, id)
}
