import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CaseKind, CaseStatus } from '@shared/features/service-cases/service-cases.enums'
import { contact } from './contact'
import { customer } from './customer'
import { user } from './user'

/** A question, complaint, repair or praise of a customer, from its first word to how content they were (R025, R080). */
export const serviceCase = sqliteTable(
  'service_case',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    code: text('code').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    contactId: integer('contact_id').references(() => contact.id),
    kind: text('kind').notNull().$type<CaseKind>(),
    status: text('status').notNull().$type<CaseStatus>(),
    subject: text('subject').notNull(),
    /** 1–5; null while nobody asked. */
    satisfaction: integer('satisfaction'),
    openedAt: integer('opened_at').notNull(),
    /** First answer to the customer. */
    respondedAt: integer('responded_at'),
    resolvedAt: integer('resolved_at'),
    closedAt: integer('closed_at'),
    handlerId: integer('handler_id')
      .notNull()
      .references(() => user.id),
    creatorId: integer('creator_id')
      .notNull()
      .references(() => user.id),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    content: text('content'),
    /** How it ended (R025). */
    result: text('result'),
  },
  (table) => [
    index('service_case_by_customer').on(table.customerId, table.openedAt, table.id),
    index('service_case_by_open')
      .on(table.openedAt, table.id)
      .where(sql.raw('resolved_at IS NULL AND closed_at IS NULL')),
    index('service_case_by_opened').on(table.openedAt, table.id),
    index('service_case_by_contact').on(table.contactId).where(sql.raw('contact_id IS NOT NULL')),
  ],
)
