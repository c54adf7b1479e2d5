import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DeadlineCause } from '@shared/features/deadlines/deadlines.enums'
import { customer } from './customer'
import { user } from './user'

/** Something changed at a customer, and until then their profile has to be brought up to date (R057, R058, D5). */
export const deadline = sqliteTable(
  'deadline',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    cause: text('cause').notNull().$type<DeadlineCause>(),
    openedAt: integer('opened_at').notNull(),
    dueAt: integer('due_at').notNull(),
    /** When somebody brought the profile up to date; open while null. */
    settledAt: integer('settled_at'),
    settlerId: integer('settler_id').references(() => user.id),
  },
  (table) => [
    index('deadline_by_customer').on(table.customerId, table.openedAt, table.id),
    index('deadline_by_due').on(table.dueAt, table.id).where(sql.raw('settled_at IS NULL')),
  ],
)
