import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Stage } from '@shared/features/customers/customers.enums'
import type {
  CustomFieldKinds,
  CustomFieldOption,
  CustomFieldType,
} from '@shared/features/custom-fields/custom-fields.enums'
import { customer } from './customer'

/** A field that this business made for itself (R073). */
export const customField = sqliteTable(
  'custom_field',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    name: text('name').notNull(),
    type: text('type').notNull().$type<CustomFieldType>(),
    /** Persons, companies or both. */
    kinds: text('kinds').notNull().$type<CustomFieldKinds>(),
    /** Heading that it stands under on form and page; null for none. */
    groupName: text('group_name'),
    /** Order over all fields, from 0. */
    sort: integer('sort').notNull(),
    /** Of a choice, in their order. */
    options: text('options', { mode: 'json' }).notNull().$type<CustomFieldOption[]>(),
    /** Stages at which it has to be filled in. */
    requiredStages: text('required_stages', { mode: 'json' }).notNull().$type<Stage[]>(),
    /** Hidden, values kept. */
    archivedAt: integer('archived_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('custom_field_by_sort').on(table.sort, table.id)],
)

/** What a customer has in a custom field; no row where it is empty. */
export const customValue = sqliteTable(
  'custom_value',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customer.id),
    fieldId: integer('field_id')
      .notNull()
      .references(() => customField.id),
    /** Canonical text; of a choice its keys, of several joined by newlines. */
    value: text('value').notNull(),
    /** For comparing and sorting: number in millionths, money in 分, date as days, yes/no as 1/0; null for text. */
    number: integer('number'),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('custom_value_by_customer').on(table.customerId, table.fieldId),
    index('custom_value_by_field').on(table.fieldId, table.value),
    index('custom_value_by_number').on(table.fieldId, table.number),
  ],
)
