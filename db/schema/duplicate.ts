import { index, integer, sqliteTable, uniqueIndex, text } from 'drizzle-orm/sqlite-core'
import { customer } from './customer'
import { user } from './user'

/** Two customers of whom somebody said that they are not one (R050); no scan names them again. */
export const notDuplicate = sqliteTable(
  'not_duplicate',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** The one with the lower id. */
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    otherId: integer('other_id')
      .notNull()
      .references(() => customer.id),
    userId: integer('user_id')
      .notNull()
      .references(() => user.id),
    at: integer('at').notNull(),
  },
  (table) => [
    uniqueIndex('not_duplicate_by_pair').on(table.customerId, table.otherId),
    index('not_duplicate_by_other').on(table.otherId),
  ],
)

/** What the last scan of the whole book found (R051). Not journalled: the next scan finds it again. */
export const duplicateCandidate = sqliteTable(
  'duplicate_candidate',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** The one with the lower id. */
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    otherId: integer('other_id')
      .notNull()
      .references(() => customer.id),
    /** 0–100. */
    score: integer('score').notNull(),
    /** Keys of what agrees, JSON. */
    reasons: text('reasons').notNull(),
    foundAt: integer('found_at').notNull(),
  },
  (table) => [
    uniqueIndex('duplicate_candidate_by_pair').on(table.customerId, table.otherId),
    index('duplicate_candidate_by_other').on(table.otherId),
    index('duplicate_candidate_by_score').on(table.score, table.id),
  ],
)
