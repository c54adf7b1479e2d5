import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { TagType } from '@shared/features/tags/tags.schema'
import { customer } from './customer'

/** A word of one of three axes (R014, R033); type and folded name are its identity. */
export const tag = sqliteTable(
  'tag',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    code: text('code').notNull().unique(),
    type: text('type').notNull().$type<TagType>(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('tag_by_type_and_name').on(table.type, table.nameFolded)],
)

/** A tag on a customer. Has an id of its own because the journal names rows by id. */
export const customerTag = sqliteTable(
  'customer_tag',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tag.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('customer_tag_by_customer').on(table.customerId, table.tagId),
    index('customer_tag_by_tag').on(table.tagId, table.customerId),
  ],
)
