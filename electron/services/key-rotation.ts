import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { failPoint } from '../vault/fail-point'
import { bookFiles, syncFolder, writeHeader } from '../vault/header-file'
import { createNextKeys, deriveKey, keyIdOf, type VaultKeys, wipeVaultKeys } from '../vault/keys'
import { cancelRotation, finishRotation, startRotation } from '../vault/rotation'
import { getRecoverySlot } from '../vault/unwrap'
import type { BackupServices } from './backup/backup-services'
import { createBackup } from './backup/create-backup'
import { runTask, type Task } from './backup/job-task'
import { nextDatabaseName, openDatabase } from './book-door'
import { updateBookState } from './book-state'
import type { OpenVault, VaultServices } from './vault-context'
import type { VaultService } from './vault-service'

type Services = Omit<BackupServices, 'vault' | 'data'> &
  Pick<VaultServices, 'data' | 'secondPlace'> & { vault: VaultService }
type Input = { jobId: string; password: string; folder: string }

/**
 * Gives the whole book a new data key, after somebody left or a key may have leaked: proven backup → header with both keys →
 * copy under the new key, proven → the copy takes the place of the database → header with the new key alone. A crash at any
 * step leaves a book that opens: with both keys in the header the one that fits is kept (see `book-door.ts`).
 * @throws AppError as `createBackup`; `vault.wrong-password`; `vault.rotation-failed`, after which the old key stays in use
 */
export async function rotateKey(services: Services, input: Input): Promise<void> {
  const { vault, data } = services
  await vault.checkPassword(input.password)
  // On its own: the last one that the old key opens.
  await createBackup(services, { ...input, kind: 'full' })
  const done = { swapped: false }
  try {
    await runTask(services, input.jobId, 'rotation', (task) =>
      vault.withVault((open, replace) =>
        data.hold(() => rotate(services, task, open, replace, done)),
      ),
    )
  } catch (error) {
    // The new database is in place but did not open again: the next unlock finds the key that fits.
    if (done.swapped) await vault.lock()
    throw error
  }
}

async function rotate(
  services: Services,
  task: Task,
  open: OpenVault,
  replace: (next: OpenVault) => void,
  done: { swapped: boolean },
): Promise<void> {
  const { vault, data, secondPlace } = services
  const folder = vault.folder()
  const nextKeys = createNextKeys(open.keys)
  const both = startRotation(open.header, open.keys, { nextKeys, now: Date.now() })
  failPoint('rotate:start')
  writeHeader(folder, both, secondPlace)
  failPoint('rotate:both-keys')
  try {
    const { auditHead } = await data.call('close', null)
    if (auditHead) updateBookState(folder, { auditHead })
    await copyUnderNewKey(task, folder, both.vaultId, open.keys, nextKeys)
  } catch (error) {
    wipeVaultKeys(nextKeys)
    await goBack(services, { ...open, header: both }, replace)
    throw error
  }
  failPoint('rotate:copied')
  renameSync(join(folder, nextDatabaseName), join(folder, bookFiles.database))
  syncFolder(folder)
  done.swapped = true
  failPoint('rotate:swapped')
  const header = finishRotation(both, nextKeys, { now: Date.now() })
  await openAgain(services, { ...open, header: both }, nextKeys, 'vault.rotateKey')
  failPoint('rotate:opened')
  writeHeader(folder, header, secondPlace)
  updateBookState(folder, { keyId: keyIdOf(nextKeys, header.vaultId) })
  failPoint('rotate:done')
  const old = open.keys
  replace({ ...open, header, keys: nextKeys })
  wipeVaultKeys(old)
  const { generation } = header
  await data.call('header.note', { generation, recoverySlotId: getRecoverySlot(header).id })
}

async function copyUnderNewKey(
  { call, report }: Task,
  folder: string,
  vaultId: string,
  keys: VaultKeys,
  nextKeys: VaultKeys,
): Promise<void> {
  const databasePath = join(folder, bookFiles.database)
  const wal = `${databasePath}-wal`
  // A log left behind would be read into the new file.
  if (existsSync(wal) && statSync(wal).size > 0)
    throw new AppError('vault.rotation-failed', 'the log is not empty')
  removeCopy(folder)
  const total = statSync(databasePath).size
  report({ phase: 'copying', done: 0, total, unit: 'bytes' })
  await call('rotation.copy', {
    path: databasePath,
    nextPath: join(folder, nextDatabaseName),
    pageKey: deriveKey(keys, vaultId, 'page'),
    nextPageKey: deriveKey(nextKeys, vaultId, 'page'),
  })
  report({ phase: 'replacing', done: total, total, unit: 'bytes' })
}

/** Nothing was put in place yet: the header forgets the new key, the book opens with the old one. */
async function goBack(
  services: Services,
  open: OpenVault,
  replace: (next: OpenVault) => void,
): Promise<void> {
  const folder = services.vault.folder()
  removeCopy(folder)
  const header = cancelRotation(open.header, open.keys, { now: Date.now() })
  writeHeader(folder, header, services.secondPlace)
  replace({ ...open, header })
  await openAgain(services, { ...open, header }, open.keys, 'vault.rotationFailed')
}

function openAgain(services: Services, open: OpenVault, keys: VaultKeys, route: string) {
  const { header, user } = open
  const notes = [{ route, at: Date.now(), userUid: user.uid, subject: null }]
  const folder = services.vault.folder()
  const entry = { folder, header, user, create: false, isRecovery: false, notes }
  return openDatabase(services, entry, keys)
}

function removeCopy(folder: string): void {
  const copy = join(folder, nextDatabaseName)
  for (const path of [copy, `${copy}-journal`]) rmSync(path, { force: true })
}
