import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { TagColor, TagSource, TagSubgroup, TagType } from '@shared/features/tags/tags.schema'
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
    /** Of a need: what it is about (R040). */
    subgroup: text('subgroup').$type<TagSubgroup>(),
    /** Null for that of its type. */
    color: text('color').$type<TagColor>(),
    /** Who wears it by itself; null for one that only people put on. The schema of the feature says what stands in it. */
    rule: text('rule', { mode: 'json' }),
    /** Not offered any more, and kept where it is worn. */
    archivedAt: integer('archived_at'),
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
    /** Who put it on. What a rule put on, it takes off again. */
    source: text('source').notNull().default('person').$type<TagSource>(),
  },
  (table) => [
    uniqueIndex('customer_tag_by_customer').on(table.customerId, table.tagId),
    index('customer_tag_by_tag').on(table.tagId, table.customerId),
  ],
)
