import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Settings of this book, by name. */
export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

/** Last number given out per code prefix and local day (R008); never journalled, so that undo gives no number twice. */
export const codeSequence = sqliteTable(
  'code_sequence',
  {
    prefix: text('prefix').notNull(),
    day: text('day').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.prefix, table.day] })],
)
