import { dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { bookFolderName, keptFolderName } from '@shared/features/backups/backup-files.rules'
import { writeError } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { removeOwnFolder } from './own-folder'
import type { Prepared } from './restore-backup'

export type InPlace = {
  bookFolder: string
  /** Where the book went that had this place before; null when there was none. */
  keptFolder: string | null
}

/**
 * Gives a proven, restored folder its name. A book that stands there is first renamed, and put back when the second rename fails;
 * on failure the prepared folder is taken away. The book must be closed: Windows renames no folder with open files in it.
 * @param now for the name of the kept book
 * @throws AppError `backups.target-exists`, `backups.target-gone`, `core.read-only`
 */
export async function putInPlace(
  { preparedFolder, bookName }: Prepared,
  now: number,
  fileSystem: FileSystem = diskFileSystem,
): Promise<InPlace> {
  const folder = dirname(preparedFolder)
  const bookFolder = join(folder, bookFolderName(bookName))
  try {
    const keptFolder = (await fileSystem.exists(bookFolder))
      ? await keep(bookFolder, folder, bookName, now, fileSystem)
      : null
    try {
      await fileSystem.rename(preparedFolder, bookFolder)
    } catch (error) {
      if (keptFolder !== null) await fileSystem.rename(keptFolder, bookFolder)
      throw error
    }
    // The book stands complete under its name by now: a folder that cannot be flushed is no failure.
    await fileSystem.syncFolder(folder).catch(() => undefined)
    return { bookFolder, keptFolder }
  } catch (error) {
    await removeOwnFolder(preparedFolder, fileSystem)
    throw writeError(error, 'core.disk-full')
  }
}

async function keep(
  bookFolder: string,
  folder: string,
  bookName: string,
  now: number,
  fileSystem: FileSystem,
): Promise<string> {
  for (let attempt = 1; attempt < 100; attempt++) {
    const kept = join(folder, keptFolderName(bookName, now, attempt))
    if (await fileSystem.exists(kept)) continue
    await fileSystem.rename(bookFolder, kept)
    return kept
  }
  throw new AppError('backups.target-exists', 'no free name for the kept book')
}
