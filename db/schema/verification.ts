import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { VerificationMethod, VerifiedField } from '@shared/features/quality/quality.enums'
import { customer } from './customer'
import { user } from './user'

/**
 * Somebody made sure that a field is true (R064, D6). Holds while the field still has the value that was checked, so it goes stale by
 * itself with every way of changing the field, and comes back with its undo.
 */
export const verification = sqliteTable(
  'verification',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    field: text('field').notNull().$type<VerifiedField>(),
    /** What was checked, as it stands on the customer; of a sealed number its mask. */
    value: text('value').notNull(),
    method: text('method').notNull().$type<VerificationMethod>(),
    note: text('note'),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    at: integer('at').notNull(),
  },
  (table) => [index('verification_by_customer').on(table.customerId, table.field, table.at)],
)
