import { join } from 'node:path'
import { writeError } from './errors'
import { type BackupKeys, extractBackup } from './extract-backup'
import { diskFileSystem, type FileSystem } from './file-system'
import { makeOwnFolder, removeOwnFolder } from './own-folder'
import type { Report } from './progress'

export type RestoreInput = {
  path: string
  /** Folder that will hold the restored book; the temporary copy is made inside, so that the last step is a rename. */
  folder: string
  /** Overwritten with zeros here. */
  keys: BackupKeys
}

export type Prepared = { preparedFolder: string; bookName: string }

/**
 * Brings a backup back into a temporary folder beside where the book will stand, and proves it there. Nothing of the person is
 * touched; `putInPlace` does the rest. On any failure the temporary folder is taken away.
 * @throws AppError as `extractBackup`
 */
export async function restoreBackup(
  input: RestoreInput,
  report: Report,
  signal: AbortSignal,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Prepared> {
  const { path, keys } = input
  const into = await makeOwnFolder(input.folder, 'restore', fileSystem)
  try {
    const front = await extractBackup({
      ...{ path, into, keys, report, signal, fileSystem, durable: true },
    })
    await writeHeader(join(into, 'vault.json'), front.vaultHeader, fileSystem)
    // Left by looking at it read-only; a stranger's WAL must not come back into a proven file.
    for (const suffix of ['-wal', '-shm'])
      await fileSystem.unlink(join(into, `book.db${suffix}`)).catch(() => undefined)
    await fileSystem.syncFolder(into)
    return { preparedFolder: into, bookName: front.manifest.bookName }
  } catch (error) {
    await removeOwnFolder(into, fileSystem)
    throw writeError(error, 'core.disk-full')
  }
}

async function writeHeader(path: string, bytes: Buffer, fileSystem: FileSystem): Promise<void> {
  const file = await fileSystem.create(path)
  try {
    await file.write(bytes, 0)
    await file.sync()
  } finally {
    await file.close()
  }
}
