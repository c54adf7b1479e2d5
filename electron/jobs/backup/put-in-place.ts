import { dirname, join } from 'node:path'
import { bookFolderName } from '@shared/features/backups/backup-files.rules'
import { writeError } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { removeOwnFolder } from './own-folder'
import { replaceBook } from './replacement'
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
  const bookFolder = join(dirname(preparedFolder), bookFolderName(bookName))
  try {
    const order = { incoming: preparedFolder, bookFolder, bookName, now }
    return { bookFolder, keptFolder: await replaceBook(order, fileSystem) }
  } catch (error) {
    await removeOwnFolder(preparedFolder, fileSystem)
    throw writeError(error, 'core.disk-full')
  }
}
