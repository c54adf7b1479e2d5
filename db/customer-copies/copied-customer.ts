import { asc, eq, sql } from 'drizzle-orm'
import type { TagInput } from '@shared/features/tags/tags.schema'
import type { ReadHandle } from '../handles'
import { contact, contactPoint } from '../schema/contact'
import { customer } from '../schema/customer'
import { followUp } from '../schema/follow-up'
import { stageChange } from '../schema/stage-change'
import { verification } from '../schema/verification'
import { prepared, statement } from '../statements'
import { type CopiedAttachment, listCopiedAttachments } from './copied-attachments'
import { type CopiedValue, listCopiedValues } from './copied-values'

type CustomerRow = typeof customer.$inferSelect
type FollowUpRow = typeof followUp.$inferSelect

/** One customer as a file holds it, with what hangs on it. */
export type CopiedCustomer = {
  row: CustomerRow
  followUps: FollowUpRow[]
  tags: (TagInput & { createdAt: number })[]
  contacts: (typeof contact.$inferSelect)[]
  /** Of the people and of the customer itself. */
  points: (typeof contactPoint.$inferSelect)[]
  verifications: (typeof verification.$inferSelect)[]
  stageChanges: (typeof stageChange.$inferSelect)[]
  attachments: CopiedAttachment[]
  /** In fields of one's own, archived ones too. */
  custom: CopiedValue[]
}

/** A customer of whom nothing is there. */
export const nothingThere: Omit<CopiedCustomer, 'row'> = {
  ...{ followUps: [], tags: [], contacts: [], points: [], verifications: [], stageChanges: [] },
  ...{ attachments: [], custom: [] },
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

const contactsOf = ({ orm }: ReadHandle) =>
  orm
    .select()
    .from(contact)
    .where(eq(contact.customerId, sql.placeholder('id')))
    .orderBy(asc(contact.id))
    .prepare()
const pointsOf = ({ orm }: ReadHandle) =>
  orm
    .select()
    .from(contactPoint)
    .where(eq(contactPoint.customerId, sql.placeholder('id')))
    .orderBy(asc(contactPoint.id))
    .prepare()
const verificationsOf = ({ orm }: ReadHandle) =>
  orm
    .select()
    .from(verification)
    .where(eq(verification.customerId, sql.placeholder('id')))
    .orderBy(asc(verification.id))
    .prepare()
const stageChangesOf = ({ orm }: ReadHandle) =>
  orm
    .select()
    .from(stageChange)
    .where(eq(stageChange.customerId, sql.placeholder('id')))
    .orderBy(asc(stageChange.id))
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
  const { id } = row
  return {
    ...{ row, followUps, tags },
    contacts: prepared(read, contactsOf).all({ id }),
    points: prepared(read, pointsOf).all({ id }),
    verifications: prepared(read, verificationsOf).all({ id }),
    stageChanges: prepared(read, stageChangesOf).all({ id }),
    attachments: listCopiedAttachments(read, id),
    custom: listCopiedValues(read, id),
  }
}

/** Identity of a person by row id in the same file; rows are never removed, so there is always one. */
export function getUserUid(read: ReadHandle, id: number): string {
  const row = statement<{ uid: string }>(read, 'SELECT uid FROM user WHERE id = ?').get(id)
  if (!row) throw new Error('a record points at nobody')
  return row.uid
}
