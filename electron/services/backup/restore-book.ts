import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { bookFolderName } from '@shared/features/backups/backup-files.rules'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { diskFileSystem } from '../../jobs/backup/file-system'
import { removeOwnFolder } from '../../jobs/backup/own-folder'
import { putInPlace } from '../../jobs/backup/put-in-place'
import type { Prepared } from '../../jobs/backup/restore-backup'
import { bookFiles } from '../../vault/header-file'
import type { Secret } from '../../vault/unwrap'
import { claimBook } from '../book-lock'
import { updateBookState } from '../book-state'
import { assertUsable } from '../vault-creation'
import type { BackupServices } from './backup-services'
import { runTask } from './job-task'
import { unwrapBackup } from './open-backup'
import { settleReplacement } from './settle-replacement'

type Input = { jobId: string; path: string; folder: string; secret: Secret }
type Restored = {
  state: VaultState
  keptFolder: string | null
  /** Customers of the backup that were erased since, and did not come back. */
  erased: number
}

/**
 * Restores a backup into `<folder>/<book name>.kebu` and opens it. The copy is proven in a temporary folder before the open book
 * is closed and before anything is renamed; a book in its place is kept under a dated name.
 * @throws AppError as `unwrapBackup`, `restoreBackup` and `putInPlace`, `vault.in-use`, and for a folder that must not hold a book
 */
export async function restoreBook(services: BackupServices, input: Input): Promise<Restored> {
  const { secret, path } = input
  const folder = aboveBook(input.folder)
  assertUsable(folder)
  makeFolder(folder)
  const { prepared, createdAt } = await runTask(services, input.jobId, 'restore', async (task) => {
    const { manifest, bytes } = await task.call('backup.inspect', { path })
    const keys = await unwrapBackup(task, path, secret)
    const prepared = await task.call('backup.restore', { path, folder, keys })
    task.report({ phase: 'replacing', done: bytes, total: bytes, unit: 'bytes' })
    return { prepared, createdAt: manifest.createdAt }
  })
  const { bookFolder, keptFolder } = await replace(services, prepared, folder)
  updateBookState(bookFolder, {
    lastBackup: { at: createdAt, folder: dirname(path), fileName: basename(path), drive: null },
  })
  const state = await services.vault.openRestored(bookFolder, secret)
  const erased =
    state.session === null ? 0 : (await services.data.call('deletions.countReapplied', null)).count
  return { state, keptFolder: keptFolder === null ? null : basename(keptFolder), erased }
}

/** Somebody who picks the folder of a book means the place where it stands. */
function aboveBook(folder: string): string {
  return existsSync(join(folder, bookFiles.header)) ? dirname(folder) : folder
}

async function replace(services: BackupServices, prepared: Prepared, folder: string) {
  try {
    await services.vault.lock()
    settleReplacement(folder)
    assertFree(join(folder, bookFolderName(prepared.bookName)))
  } catch (error) {
    await removeOwnFolder(prepared.preparedFolder, diskFileSystem)
    throw error
  }
  return putInPlace(prepared, services.clock())
}

/** @throws AppError `vault.in-use` when another program has the book open that stands in this place */
function assertFree(bookFolder: string): void {
  if (existsSync(bookFolder)) claimBook(bookFolder)()
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new AppError('vault.folder-not-writable', 'folder cannot be made')
  }
}
