import { createByteReader } from './byte-reader'
import { sourceError } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { type Front, readFront } from './front'

export type Inspection = Front & { bytes: number }

/**
 * What a backup file says of itself, without any password: manifest and vault header, each proven by its own check. The pages
 * are not read; only `proveBackup` and `restoreBackup` look at all of the file.
 * @throws AppError `backups.not-a-backup`, `backups.damaged`, `backups.newer-format`, `core.file-not-readable`
 */
export async function inspectBackup(
  path: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Inspection> {
  const file = await fileSystem.openRead(path).catch((error: unknown) => {
    throw sourceError(error)
  })
  try {
    const bytes = await file.size()
    return { ...(await readFront(createByteReader(file), bytes)), bytes }
  } catch (error) {
    throw sourceError(error)
  } finally {
    // It was only read from; on a drive that is gone closing fails too, and would hide why.
    await file.close().catch(() => undefined)
  }
}
