import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FollowUpOutcome, FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import { contact } from './contact'
import { customer } from './customer'
import { user } from './user'

/** One entry of a customer's timeline with its planned next step (R013, R070). */
export const followUp = sqliteTable(
  'follow_up',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    code: text('code').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    type: text('type').notNull().$type<FollowUpType>(),
    occurredAt: integer('occurred_at').notNull(),
    nextFollowAt: integer('next_follow_at'),
    nextNote: text('next_note'),
    /** When the next step was done or replaced; open while null. */
    nextDoneAt: integer('next_done_at'),
    /** 0 for an entry that only carries a planned next step from an import: nobody spoke to the customer (D2). */
    interaction: integer('interaction').notNull().default(1),
    followerId: integer('follower_id')
      .notNull()
      .references(() => user.id),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    content: text('content').notNull(),
    /** How it went; null where nobody said. */
    outcome: text('outcome').$type<FollowUpOutcome>(),
    /** Whom they met. */
    contactId: integer('contact_id').references(() => contact.id),
    /** What the next step will be: a call, a visit. */
    nextType: text('next_type').$type<FollowUpType>(),
    /** 1 when of the next step only the day counts; its instant is then the local midnight. */
    nextAllDay: integer('next_all_day').notNull().default(0),
  },
  (table) => [
    index('follow_up_by_customer').on(table.customerId, table.occurredAt, table.id),
    index('follow_up_by_open_next_step')
      .on(table.customerId, table.nextFollowAt)
      .where(sql.raw('next_follow_at IS NOT NULL AND next_done_at IS NULL')),
    index('follow_up_by_next_step')
      .on(table.nextFollowAt, table.id)
      .where(sql.raw('next_follow_at IS NOT NULL AND next_done_at IS NULL')),
    index('follow_up_by_contact').on(table.contactId).where(sql.raw('contact_id IS NOT NULL')),
  ],
)
