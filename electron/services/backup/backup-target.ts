import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupRecord, BackupTarget } from '@shared/features/backups/backups.contract'
import {
  estimateBackupBytes,
  estimateNextBackupBytes,
} from '@shared/features/backups/backup-state.rules'
import { maxChainLength } from '@shared/features/backups/backup-manifest.schema'
import { bookFiles } from '../../vault/header-file'
import { type FolderFinding, isSameDisk } from '../folder-verdict'

type ChainRecord = Pick<BackupRecord, 'folder' | 'uid' | 'parentUid' | 'bytes' | 'chainComplete'>

/** The page size that every book is made with; the estimate needs no more than its order. */
const pageSize = 4096

/**
 * What speaks for and against a folder as the place of a backup.
 * @param records of backups of the open book, newest first: what the next one there is likely to build on
 */
export async function describeTarget(
  path: string,
  bookFolder: string,
  finding: FolderFinding,
  records: readonly ChainRecord[] = [],
): Promise<Omit<BackupTarget, 'token'>> {
  return {
    path,
    ...finding,
    sameDisk: existsSync(path) && isSameDisk(path, bookFolder),
    ...(await roomOf(path)),
    neededBytes: estimateNextBackupBytes(fullBytes(bookFolder), chainIn(path, records)),
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
function fullBytes(bookFolder: string): number {
  const sizeOf = (name: string) =>
    statSync(join(bookFolder, name), { throwIfNoEntry: false })?.size ?? 0
  const database = Math.max(sizeOf(bookFiles.database), sizeOf(`${bookFiles.database}-wal`))
  return estimateBackupBytes(database, pageSize, sizeOf(bookFiles.header))
}

/** Bytes of the newest backup of a folder and of all that it stands on, the full one first; empty when some of it is not there. */
function chainIn(folder: string, records: readonly ChainRecord[]): number[] {
  const byUid = new Map(records.map((record) => [record.uid, record]))
  const newest = records.find((record) => record.folder === folder)
  const bytes: number[] = []
  let next = newest?.chainComplete ? newest : undefined
  while (next && bytes.length < maxChainLength) {
    bytes.unshift(next.bytes)
    next = next.parentUid === null ? undefined : byUid.get(next.parentUid)
  }
  return bytes
}
