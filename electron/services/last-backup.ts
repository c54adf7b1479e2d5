import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findLastOnDrive } from './backup/drive-backups'
import { type Drive, listDrives } from './backup/drives'
import type { BookState } from './book-state'

type Known = Pick<NonNullable<BookState['lastBackup']>, 'folder' | 'fileName' | 'at'>

/**
 * Where the newest proven backup that is known outside of the book lies now: where it was written, or on a drive that came back under
 * another name. Null while it is not there.
 * @returns path of the file
 */
export async function findLastBackupFile(
  known: Known,
  list: () => Promise<Drive[]> = listDrives,
): Promise<string | null> {
  const { folder, fileName, at } = known
  const path = join(folder, fileName)
  if (existsSync(path)) return path
  for (const drive of await list()) {
    const found = findLastOnDrive(drive, [{ folder, fileName, startedAt: at }])
    if (found) return join(found.folder, fileName)
  }
  return null
}
