import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { customer } from './customer'
import { user } from './user'

/** Something that a rule tells a person (R073); shown once on the desktop and kept until it is read. */
export const notice = sqliteTable(
  'notice',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    at: integer('at').notNull(),
    readAt: integer('read_at'),
    text: text('text').notNull(),
  },
  (table) => [
    index('notice_by_user').on(table.userId, table.at).where(sql.raw('read_at IS NULL')),
    index('notice_by_customer').on(table.customerId),
  ],
)
