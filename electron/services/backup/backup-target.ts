import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupTarget } from '@shared/features/backups/backups.contract'
import { estimateBackupBytes } from '@shared/features/backups/backup-state.rules'
import { bookFiles } from '../../vault/header-file'
import { type FolderFinding, isSameDisk } from '../folder-verdict'

/** The page size that every book is made with; the estimate needs no more than its order. */
const pageSize = 4096

/** What speaks for and against a folder as the place of a backup. */
export async function describeTarget(
  path: string,
  bookFolder: string,
  finding: FolderFinding,
): Promise<Omit<BackupTarget, 'token'>> {
  return {
    path,
    ...finding,
    sameDisk: existsSync(path) && isSameDisk(path, bookFolder),
    ...(await roomOf(path)),
    neededBytes: neededBytes(bookFolder),
  }
}

async function roomOf(path: string): Promise<Pick<BackupTarget, 'freeBytes' | 'totalBytes'>> {
  try {
    const { bavail, blocks, bsize } = await statfs(path)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return { freeBytes: null, totalBytes: null }
  }
}

/** Most pages of the WAL lie in the database already; only in a young book it is the larger one. */
function neededBytes(bookFolder: string): number {
  const sizeOf = (name: string) =>
    statSync(join(bookFolder, name), { throwIfNoEntry: false })?.size ?? 0
  const database = Math.max(sizeOf(bookFiles.database), sizeOf(`${bookFiles.database}-wal`))
  return estimateBackupBytes(database, pageSize, sizeOf(bookFiles.header))
}
