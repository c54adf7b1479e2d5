import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { holdSnapshot } from '@db/snapshot'
import { diskFileSystem, type FileSystem } from '../../electron/jobs/backup/file-system'
import { backupKeyId } from '../../electron/jobs/backup/format'
import { makeOwnFolder, removeOwnFolder } from '../../electron/jobs/backup/own-folder'
import {
  discardLeftovers,
  discardPartial,
  finishBackup,
} from '../../electron/jobs/backup/partial-file'
import { proveBackup } from '../../electron/jobs/backup/prove-backup'
import { writeBackup } from '../../electron/jobs/backup/write-backup'
import {
  keys,
  macKey,
  manifestOf,
  never,
  pageKey,
  parentOf,
  quiet,
  type Sandbox,
  vaultHeader,
  vaultId,
} from '../electron/jobs/backup/backup-fixture'

type Order = {
  book: Book
  sandbox: Sandbox
  name: string
  /** Path of the backup to build on; null for a full one. */
  parentPath: string | null
  uid: string
}

/** A whole backup on a disk of the test's making, in the steps of `attemptBackup`. */
export async function backUpThrough(
  { book, sandbox, name, parentPath, uid }: Order,
  fileSystem: FileSystem,
  { isProven = true } = {},
): Promise<string> {
  const finalPath = join(sandbox.drive, name)
  await discardLeftovers(sandbox.drive, vaultId, fileSystem)
  const parent = parentPath === null ? {} : await parentOf(parentPath)
  const kind = parentPath === null ? 'full' : 'incremental'
  try {
    const snapshot = holdSnapshot({ book, key: pageKey() })
    const named = { kind, backupUid: uid, keyId: backupKeyId(macKey()), ...parent } as const
    const manifest = { ...manifestOf(snapshot), ...named }
    const input = { databasePath: book.path, finalPath, vaultHeader, parentPath, manifest }
    try {
      await writeBackup({ ...input, macKey: macKey() }, quiet, never(), fileSystem)
    } finally {
      snapshot.release()
    }
    if (isProven) await proveOn(sandbox, `${finalPath}.partial`, fileSystem)
    await finishBackup(finalPath, fileSystem)
    return finalPath
  } catch (error) {
    await discardPartial(finalPath, fileSystem)
    throw error
  }
}

export function proveOn(sandbox: Sandbox, path: string, fileSystem = diskFileSystem) {
  return proveBackup({ path, workFolder: sandbox.work, keys: keys() }, quiet, never(), fileSystem)
}

/** Every file of a folder with its bytes, to compare before and after. */
export function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  )
}

/** What the next run does with leftovers, on a disk that works again. */
export async function tidyUp({ drive, work }: Sandbox): Promise<void> {
  await discardLeftovers(drive, vaultId)
  await removeOwnFolder(await makeOwnFolder(work, 'proof', diskFileSystem), diskFileSystem)
}
