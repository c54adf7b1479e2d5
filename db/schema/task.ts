import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  ChecklistItem,
  TaskPriority,
  TaskSource,
  TaskStatus,
} from '@shared/features/tasks/tasks.enums'
import { contact } from './contact'
import { customer } from './customer'
import { user } from './user'

/** Where a task stands on a timeline. Index and query must use this very text. */
export const taskMomentSql = `(CASE WHEN done_at IS NULL THEN created_at ELSE done_at END)`

/**
 * Something that somebody has to do, for a customer or for nobody in particular (R074). Of one that repeats there is one open row at a
 * time: what was done stays, and the next day on which it is due is a row of its own in the same series.
 */
export const task = sqliteTable(
  'task',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    code: text('code').notNull().unique(),
    title: text('title').notNull(),
    status: text('status').notNull().default('open').$type<TaskStatus>(),
    priority: text('priority').notNull().default('normal').$type<TaskPriority>(),
    /** Percent, 0–100. */
    progress: integer('progress').notNull().default(0),
    /** Null for one without a day; of a whole day its local midnight. */
    dueAt: integer('due_at'),
    /** 1 when only the day counts. */
    allDay: integer('all_day').notNull().default(0),
    durationMinutes: integer('duration_minutes'),
    /** When to be told of it; null for never. */
    remindAt: integer('remind_at'),
    assigneeId: integer('assignee_id')
      .notNull()
      .references(() => user.id),
    creatorId: integer('creator_id')
      .notNull()
      .references(() => user.id),
    customerId: integer('customer_id').references(() => customer.id),
    contactId: integer('contact_id').references(() => contact.id),
    /** Rule of RFC 5545 without the start; null for once. */
    recurrence: text('recurrence'),
    /** Local day (YYYY-MM-DD) from which the rule counts. */
    seriesStart: text('series_start'),
    /** The same for all tasks of one series. */
    seriesUid: text('series_uid'),
    source: text('source').notNull().default('person').$type<TaskSource>(),
    /** UID of the entry of the calendar file that it came from. */
    externalUid: text('external_uid'),
    doneAt: integer('done_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    checklist: text('checklist', { mode: 'json' }).notNull().$type<ChecklistItem[]>(),
    notes: text('notes'),
  },
  (table) => [
    index('task_by_due').on(table.dueAt, table.id),
    index('task_by_open').on(table.assigneeId, table.dueAt).where(sql.raw('done_at IS NULL')),
    index('task_by_customer')
      .on(table.customerId, sql.raw(taskMomentSql), table.id)
      .where(sql.raw('customer_id IS NOT NULL')),
    index('task_by_reminder')
      .on(table.remindAt)
      .where(sql.raw('remind_at IS NOT NULL AND done_at IS NULL')),
    index('task_by_external_uid').on(table.externalUid).where(sql.raw('external_uid IS NOT NULL')),
    index('task_by_series').on(table.seriesUid).where(sql.raw('series_uid IS NOT NULL')),
    index('task_by_contact').on(table.contactId).where(sql.raw('contact_id IS NOT NULL')),
  ],
)
