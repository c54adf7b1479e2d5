import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PhoneKind } from '@shared/core/phone'
import type { DecisionRole, PointType } from '@shared/features/contacts/contacts.enums'
import { customer } from './customer'

/** A person at a customer: somebody of a company, or of a family (R006, R023, R024). */
export const contact = sqliteTable(
  'contact',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    name: text('name').notNull(),
    position: text('position'),
    department: text('department'),
    /** Part in the decision chain. */
    decisionRole: text('decision_role').$type<DecisionRole>(),
    /** Order on the page, from 0. */
    sort: integer('sort').notNull(),
    notes: text('notes'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('contact_by_customer').on(table.customerId, table.sort, table.id)],
)

/**
 * One more phone, e-mail or messenger id: of a contact person, or of the customer itself beside its main phone and e-mail,
 * which stand on its own row (R015, R050, X3).
 */
export const contactPoint = sqliteTable(
  'contact_point',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    /** Null for a point of the customer itself. */
    contactId: integer('contact_id').references(() => contact.id),
    type: text('type').notNull().$type<PointType>(),
    /** As it was written. */
    raw: text('raw').notNull(),
    /** Folded for comparing: digits of a phone, lower case of the rest. */
    normalized: text('normalized').notNull(),
    /** Of a phone. */
    phoneKind: text('phone_kind').$type<PhoneKind>(),
    /** Whose or what for: 办公室, 家. */
    label: text('label'),
    /** 1 for one that several people share (family, front desk): such a one never merges customers by itself (X12). */
    shared: integer('shared').notNull().default(0),
    sort: integer('sort').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('contact_point_by_customer').on(table.customerId, table.contactId, table.sort),
    index('contact_point_by_contact').on(table.contactId).where(sql.raw('contact_id IS NOT NULL')),
    index('contact_point_by_normalized').on(table.normalized),
  ],
)
