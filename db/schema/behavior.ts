import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BehaviorKind } from '@shared/features/behaviors/behaviors.enums'
import { customer } from './customer'
import { user } from './user'

/** Something that a customer did: looked, put into the cart, bought, asked, complained, sent back (R037). */
export const behavior = sqliteTable(
  'behavior',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    kind: text('kind').notNull().$type<BehaviorKind>(),
    at: integer('at').notNull(),
    /** What it was about: product, page, order. */
    subject: text('subject'),
    /** Where: shop, website, mini program. */
    channel: text('channel'),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    createdAt: integer('created_at').notNull(),
    note: text('note'),
  },
  (table) => [index('behavior_by_customer').on(table.customerId, table.at, table.id)],
)
