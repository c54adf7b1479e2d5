import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { customer } from './customer'
import { user } from './user'

/** When this happens, do that (R073). What stands in the JSON columns is the schema of the feature. */
export const automationRule = sqliteTable(
  'automation_rule',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    name: text('name').notNull(),
    enabled: integer('enabled').notNull(),
    sort: integer('sort').notNull(),
    trigger: text('trigger', { mode: 'json' }).notNull(),
    conditions: text('conditions', { mode: 'json' }).notNull(),
    actions: text('actions', { mode: 'json' }).notNull(),
    /** When the program stopped it because it set itself off; null while nothing is wrong. */
    stoppedAt: integer('stopped_at'),
    creatorId: integer('creator_id')
      .notNull()
      .references(() => user.id),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('automation_rule_by_sort').on(table.sort, table.id)],
)

/** What a rule did at a customer, under the command whose undo takes it back. */
export const automationRun = sqliteTable(
  'automation_run',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    ruleId: integer('rule_id')
      .notNull()
      .references(() => automationRule.id),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    /** What set it off, so that the same thing sets it off once: a command, or the moment that the silence began. */
    occasion: text('occasion').notNull(),
    commandId: integer('command_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [
    index('automation_run_by_rule').on(table.ruleId, table.customerId, table.occasion),
    index('automation_run_by_customer').on(table.customerId, table.at),
    index('automation_run_by_at').on(table.at, table.id),
  ],
)
