import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export type BackupKind = 'full' | 'differential' | 'incremental'

/** One backup that was written and proven. The file may since have been moved: this is a memory, not a promise. */
export const backupRecord = sqliteTable(
  'backup_record',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    uid: text('uid').notNull().unique(),
    fileName: text('file_name').notNull(),
    folder: text('folder').notNull(),
    kind: text('kind').notNull().$type<BackupKind>(),
    /** Backup that this one stands on; null for a full one. */
    parentUid: text('parent_uid'),
    bytes: integer('bytes').notNull(),
    customers: integer('customers').notNull(),
    startedAt: integer('started_at').notNull(),
    provenAt: integer('proven_at').notNull(),
  },
  (table) => [index('backup_record_by_started_at').on(table.startedAt)],
)
