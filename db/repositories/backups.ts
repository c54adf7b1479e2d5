import { desc, inArray } from 'drizzle-orm'
import type { WriteContext } from '../context'
import type { ReadHandle, WriteHandle } from '../handles'
import { backupRecord } from '../schema/backup-record'
import { prepared } from '../statements'

export type NewBackup = Omit<typeof backupRecord.$inferInsert, 'id'>
export type StoredBackup = typeof backupRecord.$inferSelect

const newestFirst = ({ orm }: ReadHandle) =>
  orm.select().from(backupRecord).orderBy(desc(backupRecord.startedAt), desc(backupRecord.id))
const listAll = (read: ReadHandle) => newestFirst(read).prepare()
const latest = (read: ReadHandle) => newestFirst(read).limit(1).prepare()

/** All proven backups of this book, newest first. */
export function listBackups(read: ReadHandle): StoredBackup[] {
  return prepared(read, listAll).all()
}

/** Identities of all proven backups of this book, newest first. */
export function listBackupUids(read: ReadHandle): string[] {
  return listBackups(read).map(({ uid }) => uid)
}

/** The newest proven backup, or null when there is none. */
export function findLatestBackup(read: ReadHandle): StoredBackup | null {
  return prepared(read, latest).get() ?? null
}

/** Remembers a backup that was written and proven; answers its row id. */
export function recordBackup({ write }: WriteContext, backup: NewBackup): number {
  return write.orm.insert(backupRecord).values(backup).returning({ id: backupRecord.id }).get().id
}

/** Forgets backups that are gone for good. */
export function forgetBackups(write: WriteHandle, uids: readonly string[]): void {
  write.orm
    .delete(backupRecord)
    .where(inArray(backupRecord.uid, [...uids]))
    .run()
}
