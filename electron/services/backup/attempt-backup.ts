import { basename, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { partialSuffix } from '@shared/features/backups/backup-files.rules'
import type { BackupKind, BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { DataOperations } from '../../data/operations'
import type { Parent } from '../../jobs/backup/find-parent'
import { discardPartial, findFreeBackupPath, finishBackup } from '../../jobs/backup/partial-file'
import type { VaultHeader } from '../../vault/header'
import { bookFiles } from '../../vault/header-file'
import { copySecret } from '../../vault/secret-memory'
import { updateBookState } from '../book-state'
import type { BackupServices } from './backup-services'
import type { Task } from './job-task'

type Facts = DataOperations['snapshot.hold']['answer']

/** What is known before the first page is copied. */
export type Order = {
  folder: string
  bookFolder: string
  headerBytes: Buffer
  header: VaultHeader
  startedAt: number
  keyId: string
}
/** One try: a full backup, or a link on top of a parent. */
export type Attempt = Order & { kind: BackupKind; parent: Parent | null }

/**
 * Writes one backup, proves it, names it and records it; takes the partial file away when anything fails.
 * @throws AppError as `createBackup`; `backups.damaged` when the parent is not what it was
 */
export async function attemptBackup(
  services: BackupServices,
  task: Task,
  order: Attempt,
): Promise<BackupRecord> {
  const { folder, header, startedAt } = order
  const path = await findFreeBackupPath(folder, header.bookName, startedAt)
  const uid = services.newUid()
  try {
    const { facts, bytes } = await writeHeld(services, task, path, order, (found) =>
      describe(services, order, found, uid),
    )
    await prove(services, task, path)
    if (task.signal.aborted) throw new AppError('core.cancelled')
    await finishBackup(path)
    return await record(services, { ...order, uid, path, bytes, facts })
  } catch (error) {
    await discardPartial(path)
    throw error
  }
}

/** Holds the database still for as long as its pages are copied. */
async function writeHeld(
  { vault, data }: BackupServices,
  { call }: Task,
  finalPath: string,
  { headerBytes, parent }: Attempt,
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
        vaultHeader: headerBytes,
        parentPath: parent?.path ?? null,
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
  { header, kind, parent, keyId, startedAt }: Attempt,
  facts: Facts,
  backupUid: string,
): BackupManifest {
  return {
    vaultId: header.vaultId,
    backupUid,
    kind,
    parentUid: parent?.uid ?? null,
    parentHashes: parent?.hashes ?? null,
    ancestors: parent?.ancestors ?? [],
    changedPages: null,
    keyId,
    part: 1,
    parts: 1,
    bookName: header.bookName,
    createdAt: startedAt,
    appVersion,
    pageCipher: header.pageCipher,
    schemaVersion: facts.schemaVersion,
    pageSize: facts.pageSize as BackupManifest['pageSize'],
    pageCount: facts.pageCount,
    rowCounts: facts.rowCounts,
    auditHead: facts.auditHead,
  }
}

type Done = Attempt & { uid: string; path: string; bytes: number; facts: Facts }

async function record({ data, clock }: BackupServices, done: Done): Promise<BackupRecord> {
  const provenAt = clock()
  updateBookState(done.bookFolder, {
    lastBackup: { at: provenAt, folder: done.folder, fileName: basename(done.path), drive: null },
  })
  const row = {
    uid: done.uid,
    fileName: basename(done.path),
    folder: done.folder,
    kind: done.kind,
    parentUid: done.parent?.uid ?? null,
    bytes: done.bytes,
    customers: done.facts.rowCounts.customer ?? 0,
    startedAt: done.startedAt,
    provenAt,
  }
  const { id } = await data.call('backups.record', row)
  return { ...row, id, chainComplete: true, presence: 'there' }
}
