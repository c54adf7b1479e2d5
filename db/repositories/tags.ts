import { AppError } from '@shared/core/errors'
import { uniqueTags } from '@shared/features/tags/tags.rules'
import type { TagInput, TagWithCount } from '@shared/features/tags/tags.schema'
import { scopeOf } from '@shared/core/permissions'
import { readableRows, viewerOf, viewerValues } from '../access'
import { parseTagRule } from '../automatic-tags'
import type { ReadContext, WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { statement } from '../statements'
import { ensureTag } from '../tag-rows'

const order = `CASE t.type WHEN 'need' THEN 1 WHEN 'value' THEN 2 ELSE 3 END, t.name, t.id`

/**
 * All tags by type (need, value, risk) and name, with the number of customers at work that wear them, of those that the person
 * may read (R083).
 */
export function listTags(context: ReadContext): TagWithCount[] {
  const { read } = context
  const viewer = viewerOf(read, context)
  const readable = readableRows(viewer, { pool: false })
  const sql = readable === 'TRUE' ? countingAll() : countingReadable(readable)
  const isManager = scopeOf(viewer.role, 'tags.manage') !== 'none'
  return statement<StoredTag>(read, sql)
    .all(viewerValues(viewer))
    .map(({ rule, ...tag }) => ({
      ...tag,
      automatic: rule !== null,
      rule: rule !== null && isManager ? parseTagRule(rule) : null,
    }))
}

type StoredTag = Omit<TagWithCount, 'automatic' | 'rule'> & { rule: string | null }
const columns =
  't.id, t.code, t.type, t.name, t.subgroup, t.color, t.rule, t.archived_at AS archivedAt'

// Counting all links and taking off those of archived customers is faster than looking at every customer.
const countingAll = () => `SELECT ${columns},
    coalesce(worn.total, 0) - coalesce(archived.total, 0) AS customers
  FROM tag t
  LEFT JOIN (SELECT tag_id, count(*) AS total FROM customer_tag GROUP BY tag_id) worn ON worn.tag_id = t.id
  LEFT JOIN (SELECT ct.tag_id, count(*) AS total FROM customer c CROSS JOIN customer_tag ct ON ct.customer_id = c.id
    WHERE c.archived_at IS NOT NULL GROUP BY ct.tag_id) archived ON archived.tag_id = t.id
  ORDER BY ${order}`

const countingReadable = (readable: string) =>
  `SELECT ${columns}, coalesce(worn.total, 0) AS customers
  FROM tag t
  LEFT JOIN (SELECT ct.tag_id, count(*) AS total FROM customer CROSS JOIN customer_tag ct ON ct.customer_id = customer.id
    WHERE archived_at IS NULL AND ${readable} GROUP BY ct.tag_id) worn ON worn.tag_id = t.id
  ORDER BY ${order}`

type Link = { customerId: number }

/**
 * Puts tags on customers; `changed` counts the customers that got at least one they did not wear.
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function attachTags(
  context: WriteContext,
  { customerIds, tags }: { customerIds: number[]; tags: TagInput[] },
): { changed: number } {
  assertMayUse(context, 'tags.write', customerIds)
  const tagIds = uniqueTags(tags).map((tag) => ensureTag(context, tag))
  keepAsOwn(context, customerIds, tagIds)
  const links = statement<Link>(
    context.write,
    `INSERT INTO customer_tag (customer_id, tag_id, created_at)
     SELECT c.id, wanted.value, @now FROM customer c, json_each(@tagIds) wanted
     WHERE c.id IN (SELECT value FROM json_each(@customerIds))
       AND NOT EXISTS (SELECT 1 FROM customer_tag WHERE customer_id = c.id AND tag_id = wanted.value)
     RETURNING customer_id AS customerId`,
  ).all({ ...toJson({ customerIds, tagIds }), now: context.clock() })
  return { changed: distinctCustomers(links) }
}

/**
 * Takes tags off customers; the tags themselves stay. What a rule put on, only the rule takes off (R040). `changed` counts the customers that lost at least one.
 * @throws AppError tags.not-found when one of the tags does not exist; customers.not-found and core.forbidden as `assertMayUse`
 */
export function detachTags(
  context: WriteContext,
  { customerIds, tagIds }: { customerIds: number[]; tagIds: number[] },
): { changed: number } {
  const { write } = context
  assertMayUse(context, 'tags.write', customerIds)
  for (const id of tagIds)
    if (!statement(write, 'SELECT 1 FROM tag WHERE id = ?').get(id))
      throw new AppError('tags.not-found')
  const links = statement<Link>(
    write,
    `DELETE FROM customer_tag WHERE customer_id IN (SELECT value FROM json_each(@customerIds))
       AND tag_id IN (SELECT value FROM json_each(@tagIds)) AND source <> 'rule'
     RETURNING customer_id AS customerId`,
  ).all(toJson({ customerIds, tagIds }))
  return { changed: distinctCustomers(links) }
}

/** What a rule had put on and a person puts on too stays when the rule lets go of it. */
function keepAsOwn({ write }: WriteContext, customerIds: number[], tagIds: number[]): void {
  statement(
    write,
    `UPDATE customer_tag SET source = 'person' WHERE source <> 'person'
       AND customer_id IN (SELECT value FROM json_each(@customerIds))
       AND tag_id IN (SELECT value FROM json_each(@tagIds))`,
  ).run(toJson({ customerIds, tagIds }))
}

function distinctCustomers(links: Link[]): number {
  return new Set(links.map(({ customerId }) => customerId)).size
}

function toJson({ customerIds, tagIds }: { customerIds: number[]; tagIds: number[] }) {
  return { customerIds: JSON.stringify(customerIds), tagIds: JSON.stringify(tagIds) }
}
