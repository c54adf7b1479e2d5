import { dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import {
  backupExtension,
  backupFileName,
  partialSuffix,
} from '@shared/features/backups/backup-files.rules'
import { createByteReader } from './byte-reader'
import { writeError } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { readManifestOfPartial } from './front'

/**
 * A path in the folder that no file has yet.
 * @throws AppError `backups.target-exists`, `backups.target-gone`
 */
export async function findFreeBackupPath(
  folder: string,
  bookName: string,
  now: number,
  fileSystem: FileSystem = diskFileSystem,
): Promise<string> {
  try {
    for (let attempt = 1; attempt < 100; attempt++) {
      const path = join(folder, backupFileName(bookName, now, attempt))
      const taken =
        (await fileSystem.exists(path)) || (await fileSystem.exists(path + partialSuffix))
      if (!taken) return path
    }
  } catch (error) {
    throw writeError(error, 'backups.target-too-small')
  }
  throw new AppError('backups.target-exists', 'no free name')
}

/**
 * Gives a proven partial file its name, durably. Never overwrites.
 * @throws AppError `backups.target-exists`, `backups.target-gone`, `core.read-only`
 */
export async function finishBackup(
  finalPath: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<void> {
  try {
    if (await fileSystem.exists(finalPath)) throw new AppError('backups.target-exists')
    await fileSystem.rename(finalPath + partialSuffix, finalPath)
    await fileSystem.syncFolder(dirname(finalPath))
  } catch (error) {
    throw writeError(error, 'backups.target-too-small')
  }
}

/** Takes a partial file away; never throws, because the drive may be gone. */
export async function discardPartial(
  finalPath: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<void> {
  await fileSystem.unlink(finalPath + partialSuffix).catch(() => undefined)
}

/**
 * Takes away partial files of this vault that a killed program or a pulled drive left behind, so that they do not fill it. A file
 * whose manifest does not name this vault stays.
 */
export async function discardLeftovers(
  folder: string,
  vaultId: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<void> {
  const names = await fileSystem.list(folder).catch(() => [])
  for (const name of names) {
    if (!name.endsWith(backupExtension + partialSuffix)) continue
    const path = join(folder, name)
    if ((await vaultOf(path, fileSystem)) === vaultId)
      await fileSystem.unlink(path).catch(() => undefined)
  }
}

async function vaultOf(path: string, fileSystem: FileSystem): Promise<string | null> {
  try {
    const file = await fileSystem.openRead(path)
    try {
      return (await readManifestOfPartial(createByteReader(file))).vaultId
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
