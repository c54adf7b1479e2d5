import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { DataOperations } from '../../data/operations'
import {
  discardLeftovers,
  discardPartial,
  findFreeBackupPath,
  finishBackup,
} from '../../jobs/backup/partial-file'
import { partialSuffix } from '@shared/features/backups/backup-files.rules'
import { parseHeader, type VaultHeader } from '../../vault/header'
import { bookFiles } from '../../vault/header-file'
import { copySecret } from '../../vault/secret-memory'
import { updateBookState } from '../book-state'
import type { BackupServices } from './backup-services'
import { runTask, type Task } from './job-task'

type Facts = DataOperations['snapshot.hold']['answer']

/**
 * One full backup of the open book into a folder: written as a partial file, proven, named, recorded (R094). When anything
 * fails or is cancelled, the partial file is taken away and older backups stay as they were.
 * @throws AppError `backups.proof-failed`, `backups.target-too-small`, `backups.target-gone`, `core.read-only`,
 * `core.cancelled`
 */
export function createBackup(
  services: BackupServices,
  { jobId, folder }: { jobId: string; folder: string },
): Promise<BackupRecord> {
  return runTask(services, jobId, 'backup', async (task) => {
    const startedAt = services.clock()
    const bookFolder = services.vault.folder()
    const headerBytes = await readFile(join(bookFolder, bookFiles.header))
    const header = parseHeader(headerBytes)
    await discardLeftovers(folder, header.vaultId)
    const path = await findFreeBackupPath(folder, header.bookName, startedAt)
    const uid = services.newUid()
    try {
      const { facts, bytes } = await writeHeld(services, task, path, headerBytes, (found) =>
        describe(services, header, found, uid, startedAt),
      )
      await prove(services, task, path)
      if (task.signal.aborted) throw new AppError('core.cancelled')
      await finishBackup(path)
      return await record(services, { uid, path, bytes, facts, startedAt, bookFolder, folder })
    } catch (error) {
      await discardPartial(path)
      throw error
    }
  })
}

/** Holds the database still for as long as its pages are copied. */
async function writeHeld(
  { vault, data }: BackupServices,
  { call }: Task,
  finalPath: string,
  vaultHeader: Buffer,
  describeIt: (facts: Facts) => BackupManifest,
): Promise<{ facts: Facts; bytes: number }> {
  const facts = await vault.withKey('page', (key) =>
    data.call('snapshot.hold', { pageKey: copySecret(key) }),
  )
  try {
    const bytes = await vault.withKey('backup-mac', (key) =>
      call('backup.write', {
        databasePath: join(vault.folder(), bookFiles.database),
        finalPath,
        vaultHeader,
        manifest: describeIt(facts),
        macKey: copySecret(key),
      }),
    )
    const { held } = await data.call('snapshot.release', null)
    if (!held) throw new AppError('core.process-gone', 'snapshot was lost')
    return { facts, bytes }
  } catch (error) {
    await data.call('snapshot.release', null).catch(() => null)
    throw error
  }
}

/** A copy that does not pass its own proof is a failed backup, not a damaged one that somebody chose. */
async function prove({ vault }: BackupServices, { call }: Task, path: string): Promise<void> {
  try {
    await vault.withKey('page', (pageKey) =>
      vault.withKey('backup-mac', (macKey) =>
        call('backup.prove', {
          path: path + partialSuffix,
          workFolder: vault.folder(),
          keys: { pageKey: copySecret(pageKey), macKey: copySecret(macKey) },
        }),
      ),
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'backups.damaged')
      throw new AppError('backups.proof-failed', error.message)
    throw error
  }
}

function describe(
  { appVersion }: BackupServices,
  header: VaultHeader,
  facts: Facts,
  backupUid: string,
  createdAt: number,
): BackupManifest {
  return {
    vaultId: header.vaultId,
    backupUid,
    kind: 'full',
    parentUid: null,
    part: 1,
    parts: 1,
    bookName: header.bookName,
    createdAt,
    appVersion,
    pageCipher: header.pageCipher,
    schemaVersion: facts.schemaVersion,
    pageSize: facts.pageSize as BackupManifest['pageSize'],
    pageCount: facts.pageCount,
    rowCounts: facts.rowCounts,
    auditHead: facts.auditHead,
  }
}

type Done = {
  uid: string
  path: string
  bytes: number
  facts: Facts
  startedAt: number
  bookFolder: string
  folder: string
}

async function record({ data, clock }: BackupServices, done: Done): Promise<BackupRecord> {
  const provenAt = clock()
  updateBookState(done.bookFolder, { lastBackupAt: provenAt })
  const row = {
    uid: done.uid,
    fileName: basename(done.path),
    folder: done.folder,
    kind: 'full' as const,
    bytes: done.bytes,
    customers: done.facts.rowCounts.customer ?? 0,
    startedAt: done.startedAt,
    provenAt,
  }
  return { ...row, ...(await data.call('backups.record', row)) }
}
