import { AppError } from '@shared/core/errors'
import { uniqueTags } from '@shared/features/tags/tags.rules'
import type { TagInput, TagWithCount } from '@shared/features/tags/tags.schema'
import type { WriteContext } from '../context'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'
import { ensureTag } from '../tag-rows'

/** All tags by type (need, value, risk) and name, with the number of customers at work that wear them. */
export function listTags(read: ReadHandle): TagWithCount[] {
  return statement<TagWithCount>(
    read,
    `SELECT t.id, t.code, t.type, t.name, coalesce(worn.total, 0) - coalesce(archived.total, 0) AS customers
     FROM tag t
     LEFT JOIN (SELECT tag_id, count(*) AS total FROM customer_tag GROUP BY tag_id) worn ON worn.tag_id = t.id
     LEFT JOIN (SELECT ct.tag_id, count(*) AS total FROM customer c CROSS JOIN customer_tag ct ON ct.customer_id = c.id
       WHERE c.archived_at IS NOT NULL GROUP BY ct.tag_id) archived ON archived.tag_id = t.id
     ORDER BY CASE t.type WHEN 'need' THEN 1 WHEN 'value' THEN 2 ELSE 3 END, t.name, t.id`,
  ).all()
}

type Link = { customerId: number }

/** Puts tags on customers; `changed` counts the customers that got at least one they did not wear. */
export function attachTags(
  context: WriteContext,
  { customerIds, tags }: { customerIds: number[]; tags: TagInput[] },
): { changed: number } {
  const tagIds = uniqueTags(tags).map((tag) => ensureTag(context, tag))
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
 * Takes tags off customers; the tags themselves stay. `changed` counts the customers that lost at least one.
 * @throws AppError tags.not-found when one of the tags does not exist
 */
export function detachTags(
  { write }: WriteContext,
  { customerIds, tagIds }: { customerIds: number[]; tagIds: number[] },
): { changed: number } {
  for (const id of tagIds)
    if (!statement(write, 'SELECT 1 FROM tag WHERE id = ?').get(id))
      throw new AppError('tags.not-found')
  const links = statement<Link>(
    write,
    `DELETE FROM customer_tag WHERE customer_id IN (SELECT value FROM json_each(@customerIds))
       AND tag_id IN (SELECT value FROM json_each(@tagIds)) RETURNING customer_id AS customerId`,
  ).all(toJson({ customerIds, tagIds }))
  return { changed: distinctCustomers(links) }
}

function distinctCustomers(links: Link[]): number {
  return new Set(links.map(({ customerId }) => customerId)).size
}

function toJson({ customerIds, tagIds }: { customerIds: number[]; tagIds: number[] }) {
  return { customerIds: JSON.stringify(customerIds), tagIds: JSON.stringify(tagIds) }
}
