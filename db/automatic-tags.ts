import { tagRule, type TagRule } from '@shared/features/tags/tag-rule.schema'
import { conditionSql } from './condition-sql'
import type { WriteContext } from './context'
import type { ReadHandle } from './handles'
import { statement } from './statements'

export type RuledTag = { id: number; name: string; rule: TagRule; archivedAt: number | null }

/** Every tag with a rule that this program can read, those that were put away included. */
export function readTagRules(read: ReadHandle): RuledTag[] {
  return statement<Omit<RuledTag, 'rule'> & { rule: string }>(
    read,
    'SELECT id, name, rule, archived_at AS archivedAt FROM tag WHERE rule IS NOT NULL ORDER BY id',
  )
    .all()
    .flatMap(({ rule: text, ...tag }) => {
      const rule = parseTagRule(text)
      return rule ? [{ ...tag, rule }] : []
    })
}

/** A rule is the same text command after command; reading it anew would cost each edit more than asking it. */
const parsed = new Map<string, TagRule | null>()

/** The rule of a tag as it is stored; null for one that this program cannot read, such as of a newer one. */
export function parseTagRule(text: string): TagRule | null {
  const found = parsed.get(text)
  const known = found === undefined ? (tagRule.safeParse(JSON.parse(text)).data ?? null) : found
  if (parsed.size > 500) parsed.clear()
  parsed.set(text, known)
  return known
}

type Settled = { added: number; removed: number }

/**
 * Puts a tag on whoever meets its rule and takes off what a rule had put on where it is met no more (R040). What a person put on
 * stays, and so does whatever is in the recycle bin. A rule that cannot be asked any more changes nothing.
 * @param customerIds whom to look at; null for the whole book
 */
export function settleTag(
  { write, clock }: Pick<WriteContext, 'write' | 'clock'>,
  tag: Pick<RuledTag, 'id' | 'rule'>,
  customerIds: readonly number[] | null,
): Settled {
  const many = customerIds === null
  const asked = conditionSql(write, tag.rule, clock(), { many })
  if (!asked) return { added: 0, removed: 0 }
  const values = {
    ...{ ...asked.values, tagId: tag.id, now: clock() },
    ...(customerIds === null ? {} : { ids: JSON.stringify(customerIds) }),
  }
  const { among, worn } = customerIds === null ? everybody : chosen
  // First off, then on: what has just been put on need not be asked again.
  const removed = statement(
    write,
    `DELETE FROM customer_tag WHERE ${worn} tag_id = @tagId AND source = 'rule' AND EXISTS (
       SELECT 1 FROM customer WHERE customer.id = customer_tag.customer_id AND deleted_at IS NULL AND NOT ${asked.sql})`,
  ).run(values).changes
  const added = statement(
    write,
    `INSERT INTO customer_tag (customer_id, tag_id, created_at, source)
     SELECT customer.id, @tagId, @now, 'rule' FROM customer
     WHERE ${among} deleted_at IS NULL AND ${asked.sql} AND NOT EXISTS (
       SELECT 1 FROM customer_tag AS own WHERE own.customer_id = customer.id AND own.tag_id = @tagId)`,
  ).run(values).changes
  return { added, removed }
}

const everybody = { among: '', worn: '' }
const chosen = {
  among: 'customer.id IN (SELECT value FROM json_each(@ids)) AND',
  worn: 'customer_id IN (SELECT value FROM json_each(@ids)) AND',
}

/** Whether settling the whole book would change anything, without writing. */
export function isUnsettled(read: ReadHandle, tag: Pick<RuledTag, 'id' | 'rule'>, now: number) {
  const asked = conditionSql(read, tag.rule, now, { many: true })
  if (!asked) return false
  const found = statement<{ found: number }>(
    read,
    `SELECT EXISTS (SELECT 1 FROM customer WHERE deleted_at IS NULL AND ${asked.sql} AND NOT EXISTS (
         SELECT 1 FROM customer_tag AS own WHERE own.customer_id = customer.id AND own.tag_id = @tagId))
       OR EXISTS (SELECT 1 FROM customer_tag WHERE tag_id = @tagId AND source = 'rule' AND EXISTS (
         SELECT 1 FROM customer WHERE customer.id = customer_tag.customer_id AND deleted_at IS NULL AND NOT ${asked.sql}))
       AS found`,
  ).get({ ...asked.values, tagId: tag.id })
  return found?.found === 1
}
