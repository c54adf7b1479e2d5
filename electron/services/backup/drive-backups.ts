import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { isInside } from './drive-of'
import type { Drive } from './drives'

/** Newest backup of this book that lies on a drive, and the folder it is in. */
export type LastOnDrive = { folder: string; startedAt: number }

/**
 * What makes a drive known: a recorded backup of this book whose file is there now. A drive may come back under another letter or
 * mount point; then the file is looked for at its top.
 * @param records newest first
 */
export function findLastOnDrive(
  { path }: Pick<Drive, 'path'>,
  records: readonly Pick<BackupRecord, 'folder' | 'fileName' | 'startedAt'>[],
  exists: (path: string) => boolean = existsSync,
): LastOnDrive | null {
  for (const { folder, fileName, startedAt } of records) {
    const places = isInside(folder, path) ? [folder, path] : [path]
    const place = places.find((candidate) => exists(join(candidate, fileName)))
    if (place !== undefined) return { folder: dirname(join(place, fileName)), startedAt }
  }
  return null
}
