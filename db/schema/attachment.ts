import { sql } from 'drizzle-orm'
import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { AttachmentCategory } from '@shared/features/attachments/attachments.enums'
import { customer } from './customer'
import { followUp } from './follow-up'
import { user } from './user'

/** Bytes of an attachment, each content once. Never changed and not journalled; what nothing names any more is swept out. */
export const attachmentBlob = sqliteTable(
  'attachment_blob',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** SHA-256 of the content, hex. */
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('attachment_blob_by_sha256').on(table.sha256)],
)

/** A piece of a content: read and written one at a time, so that no process holds a whole file in memory twice. */
export const attachmentChunk = sqliteTable(
  'attachment_chunk',
  {
    blobId: integer('blob_id')
      .notNull()
      .references(() => attachmentBlob.id),
    /** From 0. */
    sequence: integer('sequence').notNull(),
    content: blob('content', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.blobId, table.sequence] })],
)

/** A file at a customer: contract, photo, signed form. */
export const attachment = sqliteTable(
  'attachment',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    /** The entry that it came with; null for one of the customer itself. */
    followUpId: integer('follow_up_id').references(() => followUp.id),
    blobId: integer('blob_id')
      .notNull()
      .references(() => attachmentBlob.id),
    /** A plain name without folders, safe on every system. */
    fileName: text('file_name').notNull(),
    /** Found by the content's first bytes, never by the name. */
    mediaType: text('media_type').notNull(),
    category: text('category').notNull().$type<AttachmentCategory>(),
    note: text('note'),
    creatorId: integer('creator_id')
      .notNull()
      .references(() => user.id),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('attachment_by_customer').on(table.customerId, table.createdAt, table.id),
    index('attachment_by_follow_up')
      .on(table.followUpId)
      .where(sql.raw('follow_up_id IS NOT NULL')),
    index('attachment_by_blob').on(table.blobId),
  ],
)
