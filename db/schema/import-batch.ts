import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { command } from './journal'

/** One imported file. Not journalled: an undone import stays in the list, marked as undone by its command. */
export const importBatch = sqliteTable(
  'import_batch',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    fileName: text('file_name').notNull(),
    customers: integer('customers').notNull(),
    rejected: integer('rejected').notNull(),
    commandId: integer('command_id')
      .notNull()
      .references(() => command.id),
    at: integer('at').notNull(),
  },
  (table) => [index('import_batch_by_command').on(table.commandId)],
)
