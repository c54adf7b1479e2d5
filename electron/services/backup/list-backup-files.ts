import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FolderListing } from '../../jobs/backup/list-folder'
import { type BookState, readBookState } from '../book-state'
import type { BackupServices } from './backup-services'
import type { Drive } from './drives'
import { runTask } from './job-task'

type Place = { path: string; kind: 'drive' | 'last'; label: string | null }
type Known = {
  /** The book of this computer; null: nothing is known of one. */
  vaultId: string | null
  /** When a backup was proven, by its identity; empty while the book is locked. */
  provenByUid: ReadonlyMap<string, number>
  lastBackup: BookState['lastBackup']
}

/** The drives that are plugged in, and the folder of the last backup where a look at a drive would not find it. */
export function listPlaces(drives: readonly Drive[], bookFolder: string | null): Place[] {
  const places = drives.map(({ path, label }): Place => ({ path, kind: 'drive', label }))
  const last = bookFolder === null ? null : readBookState(bookFolder).lastBackup?.folder
  if (!last || !existsSync(last)) return places
  const isSeen = places.some(({ path }) => path === last || path === dirname(last))
  return isSeen ? places : [...places, { path: last, kind: 'last', label: null }]
}

/**
 * Every backup in a folder, read in a job process of its own, since a foreign file may be anything.
 * @throws AppError `backups.target-gone`, `core.cancelled`
 */
export function listBackupFiles(
  services: Pick<BackupServices, 'jobs' | 'startJob'>,
  { jobId, folder }: { jobId: string; folder: string },
): Promise<FolderListing> {
  return runTask(services, jobId, 'restore', ({ call }) => call('backup.list', { folder }))
}

/**
 * When this computer proved a backup: as the open book remembers it, else the one that stands beside the locked book as its last.
 * Nothing is claimed of a file that nobody here has proven.
 */
export function findProof(
  { provenByUid, vaultId, lastBackup }: Known,
  backup: FolderListing['backups'][number],
): number | null {
  const { uid, vaultId: its } = backup.facts
  if (vaultId !== its) return null
  const isLast = lastBackup?.fileName === backup.fileName
  return provenByUid.get(uid) ?? (isLast ? lastBackup.at : null)
}
