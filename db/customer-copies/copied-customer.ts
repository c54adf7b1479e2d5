import { asc, eq, sql } from 'drizzle-orm'
import type { TagInput } from '@shared/features/tags/tags.schema'
import type { ReadHandle } from '../handles'
import { customer } from '../schema/customer'
import { followUp } from '../schema/follow-up'
import { prepared, statement } from '../statements'
import { type CopiedAttachment, listCopiedAttachments } from './copied-attachments'

type CustomerRow = typeof customer.$inferSelect
type FollowUpRow = typeof followUp.$inferSelect

/** One customer as a file holds it, with what hangs on it. */
export type CopiedCustomer = {
  row: CustomerRow
  followUps: FollowUpRow[]
  tags: (TagInput & { createdAt: number })[]
  attachments: CopiedAttachment[]
}

const rowByUid = ({ orm }: ReadHandle) =>
  orm
    .select()
    .from(customer)
    .where(eq(customer.uid, sql.placeholder('uid')))
    .prepare()
const followUpsOf = ({ orm }: ReadHandle) =>
  orm
    .select()
    .from(followUp)
    .where(eq(followUp.customerId, sql.placeholder('id')))
    .orderBy(asc(followUp.id))
    .prepare()

/** A customer by identity, or null. */
export function findCopied(read: ReadHandle, uid: string): CopiedCustomer | null {
  const row = prepared(read, rowByUid).get({ uid })
  if (!row) return null
  const followUps = prepared(read, followUpsOf).all({ id: row.id })
  const tags = statement<CopiedCustomer['tags'][number]>(
    read,
    `SELECT t.type, t.name, ct.created_at AS createdAt FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id
     WHERE ct.customer_id = ? ORDER BY ct.id`,
  ).all(row.id)
  return { row, followUps, tags, attachments: listCopiedAttachments(read, row.id) }
}

/** Identity of a person by row id in the same file; rows are never removed, so there is always one. */
export function getUserUid(read: ReadHandle, id: number): string {
  const row = statement<{ uid: string }>(read, 'SELECT uid FROM user WHERE id = ?').get(id)
  if (!row) throw new Error('a record points at nobody')
  return row.uid
}
