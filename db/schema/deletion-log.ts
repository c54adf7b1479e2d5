import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ErasureReason } from '@shared/features/customers/customers.enums'
import { command } from './journal'
import { user } from './user'

/**
 * Who was erased on request (X5, X10), so that no restore brings them back: identity, moment, person and reason, nothing else. Append-only,
 * and a command that writes here is the only one that may take rows out of the journal.
 */
export const deletionLog = sqliteTable(
  'deletion_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerUid: text('customer_uid').notNull(),
    /** Of the first erasure, also where it was applied again later. */
    erasedAt: integer('erased_at').notNull(),
    /** Who erased, or who was signed in when it was applied again. */
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    reason: text('reason').notNull().$type<ErasureReason>(),
    commandId: integer('command_id')
      .notNull()
      .references(() => command.id),
  },
  (table) => [
    uniqueIndex('deletion_log_by_customer_uid').on(table.customerUid),
    index('deletion_log_by_command').on(table.commandId),
  ],
)
