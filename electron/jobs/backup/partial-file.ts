import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import {
  backupExtension,
  backupFileName,
  partFileName,
  partialSuffix,
} from '@shared/features/backups/backup-files.rules'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { createByteReader } from './byte-reader'
import { damaged, writeError } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { readManifestOfPartial } from './front'
import { readLink } from './parts'

/**
 * A path in the folder that no file has yet, nor a part of one.
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
      const names = [path, path + partialSuffix, partFileName(path, 2)]
      const taken = await Promise.all(names.map((name) => fileSystem.exists(name)))
      if (!taken.includes(true)) return path
    }
  } catch (error) {
    throw writeError(error, 'backups.target-too-small')
  }
  throw new AppError('backups.target-exists', 'no free name')
}

/**
 * Gives the files of a proven backup their names, durably; the first part comes last, since without it the others are no backup. Never
 * overwrites.
 * @throws AppError `backups.target-exists`, `backups.target-gone`, `core.read-only`, `backups.damaged`
 */
export async function finishBackup(
  finalPath: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<void> {
  try {
    const { manifest, missing } = await readLink(finalPath + partialSuffix, fileSystem)
    if (missing.length > 0) throw damaged('a part is missing')
    for (let part = manifest.parts; part >= 1; part--) {
      const path = partFileName(finalPath, part)
      if (await fileSystem.exists(path)) throw new AppError('backups.target-exists')
      // A power cut may keep a later rename and lose an earlier one.
      if (part === 1 && manifest.parts > 1) await fileSystem.syncFolder(dirname(path))
      await fileSystem.rename(path + partialSuffix, path)
    }
    await fileSystem.syncFolder(dirname(finalPath))
  } catch (error) {
    throw writeError(error, 'backups.target-too-small')
  }
}

/** Takes what an unfinished backup wrote away; never throws, because the drive may be gone. */
export async function discardPartial(
  finalPath: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<void> {
  await removePartial(finalPath + partialSuffix, fileSystem)
}

/**
 * Takes a whole backup away. It first gets the name of an unfinished one: what is left after a power cut in between goes with the
 * next backup, and never looks whole.
 * @param paths its parts, the first one first
 */
export async function removeBackup(
  paths: readonly string[],
  fileSystem: FileSystem = diskFileSystem,
): Promise<void> {
  const [first, ...others] = paths
  if (first === undefined) return
  if (others.length === 0) return fileSystem.unlink(first)
  await fileSystem.rename(first, first + partialSuffix)
  await fileSystem.syncFolder(dirname(first))
  for (const path of others) await fileSystem.unlink(path)
  await fileSystem.unlink(first + partialSuffix)
}

/**
 * Takes away partial files of this vault that a killed program or a pulled drive left behind, with all their parts, so that they do not
 * fill it. A file whose manifest does not name this vault stays.
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
    const manifest = await findManifest(path, fileSystem)
    if (manifest?.vaultId === vaultId) await removePartial(path, fileSystem)
  }
}

/** The first part goes last: as long as it is there, the others are known to belong to nothing whole. */
async function removePartial(path: string, fileSystem: FileSystem): Promise<void> {
  const manifest = await findManifest(path, fileSystem)
  if (manifest?.part === 1 && manifest.parts > 1) {
    const name = basename(path)
    const parts = (await fileSystem.list(dirname(path)).catch(() => [])).filter((other) =>
      isPartName(other, name, manifest.parts),
    )
    for (const part of parts) {
      const other = join(dirname(path), part)
      const isOurs =
        part.endsWith(partialSuffix) ||
        (await findManifest(other, fileSystem))?.backupUid === manifest.backupUid
      if (isOurs) await fileSystem.unlink(other).catch(() => undefined)
    }
  }
  await fileSystem.unlink(path).catch(() => undefined)
}

/** Whether this is a later part, named or not, of the partial file. */
function isPartName(name: string, partialName: string, parts: number): boolean {
  const match = /\.part(\d+)\.kebubak(\.partial)?$/.exec(name)
  const part = Number(match?.[1])
  if (!match || part < 2 || part > parts) return false
  const unfinished = match[2] === undefined ? name + partialSuffix : name
  return unfinished === partFileName(partialName, part)
}

async function findManifest(path: string, fileSystem: FileSystem): Promise<BackupManifest | null> {
  try {
    const file = await fileSystem.openRead(path)
    try {
      return await readManifestOfPartial(createByteReader(file))
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
