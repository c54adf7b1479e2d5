import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Stage } from '@shared/features/customers/customers.enums'
import { customer } from './customer'
import { user } from './user'

/** A step of a customer along its lifecycle, with the day and the reason that somebody gave (R029, R038). */
export const stageChange = sqliteTable(
  'stage_change',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    fromStage: text('from_stage').notNull().$type<Stage>(),
    toStage: text('to_stage').notNull().$type<Stage>(),
    reason: text('reason'),
    /** When it happened; may lie before it was written down. */
    at: integer('at').notNull(),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('stage_change_by_customer').on(table.customerId, table.at, table.id)],
)
