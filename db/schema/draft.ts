import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { user } from './user'

/** Unsaved forms of each person; never journalled, and gone when the form is saved. */
export const draft = sqliteTable(
  'draft',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    /** Which form: `customer:new`, `follow-up:12`. */
    key: text('key').notNull(),
    content: text('content').notNull(),
    /** 1 when `content` is sealed under the second key, because a form may hold an ID number. */
    sealed: integer('sealed').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [uniqueIndex('draft_by_user_and_key').on(table.userId, table.key)],
)
