import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { type BackupKeys, extractBackup } from './extract-backup'
import { diskFileSystem, type FileSystem } from './file-system'
import { makeOwnFolder, removeOwnFolder } from './own-folder'
import type { Report } from './progress'

export type ProveInput = {
  path: string
  /** Folder on the computer's own disk that takes a temporary, encrypted copy. */
  workFolder: string
  /** Overwritten with zeros here. */
  keys: BackupKeys
}

/**
 * Proves a backup the hard way: read back, every page and the whole hashed, extracted beside the book, opened, checked, counted.
 * Leaves nothing behind. Row counts and audit head are compared with the manifest.
 * @throws AppError as `extractBackup`
 */
export async function proveBackup(
  input: ProveInput,
  report: Report,
  signal: AbortSignal,
  fileSystem: FileSystem = diskFileSystem,
): Promise<BackupManifest> {
  const { path, keys, workFolder } = input
  const into = await makeOwnFolder(workFolder, 'proof', fileSystem)
  try {
    const front = await extractBackup({
      ...{ path, into, keys, report, signal, fileSystem, durable: false },
    })
    return front.manifest
  } finally {
    await removeOwnFolder(into, fileSystem)
  }
}
