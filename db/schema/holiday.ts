import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { HolidayKind } from '@shared/features/holidays/holidays.enums'

/** A day that this business added to the list that comes with the program, or changed in it (D5). */
export const holiday = sqliteTable(
  'holiday',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** YYYY-MM-DD. */
    date: text('date').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull().$type<HolidayKind>(),
  },
  (table) => [uniqueIndex('holiday_by_date').on(table.date)],
)
