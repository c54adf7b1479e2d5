import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { Parent } from '../../jobs/backup/find-parent'
import { backupKeyId } from '../../jobs/backup/format'
import { discardLeftovers } from '../../jobs/backup/partial-file'
import { parseHeader } from '../../vault/header'
import { bookFiles } from '../../vault/header-file'
import { attemptBackup, type Order } from './attempt-backup'
import type { BackupServices } from './backup-services'
import { runTask, type Task } from './job-task'

type Input = {
  jobId: string
  folder: string
  /** `auto`: a link when a proven chain lies in the folder, else full (`nextBackupKind`). */
  kind?: 'auto' | 'full' | 'differential'
}

/**
 * One backup of the open book into a folder: written as a partial file, proven, named, recorded (R094). When anything
 * fails or is cancelled, the partial file is taken away and older backups stay as they were. When the files that it would build
 * on do not pass the proof, a full one is made instead; the answer says which kind it became.
 * @throws AppError `backups.proof-failed`, `backups.target-too-small`, `backups.target-gone`, `core.read-only`,
 * `core.cancelled`
 */
export function createBackup(
  services: BackupServices,
  { jobId, folder, kind = 'auto' }: Input,
): Promise<BackupRecord> {
  return runTask(services, jobId, 'backup', async (task) => {
    const startedAt = services.clock()
    const bookFolder = services.vault.folder()
    const headerBytes = await readFile(join(bookFolder, bookFiles.header))
    const header = parseHeader(headerBytes)
    await discardLeftovers(folder, header.vaultId)
    const keyId = await services.vault.withKey('backup-mac', (key) =>
      Promise.resolve(backupKeyId(key)),
    )
    const order = { folder, bookFolder, headerBytes, header, startedAt, keyId }
    const parent = kind === 'full' ? null : await parentFor(services, task, order, kind)
    if (!parent) return attemptBackup(services, task, { ...order, kind: 'full', parent })
    try {
      return await attemptBackup(services, task, { ...order, kind: parent.kind, parent })
    } catch (error) {
      if (!isAboutFiles(error)) throw error
      return attemptBackup(services, task, { ...order, kind: 'full', parent: null })
    }
  })
}

async function parentFor(
  { data }: BackupServices,
  { call }: Task,
  { folder, header: { vaultId }, keyId }: Order,
  kind: 'auto' | 'differential',
): Promise<Parent | null> {
  const { uids } = await data.call('backups.uids', null)
  return call('backup.findParent', { folder, vaultId, keyId, uids, kind })
}

/** The chain on the drive is not what it was; a full backup needs none of it. */
function isAboutFiles(error: unknown): boolean {
  const codes = ['backups.proof-failed', 'backups.damaged', 'backups.chain-incomplete']
  return error instanceof AppError && [...codes, 'core.file-not-readable'].includes(error.code)
}
