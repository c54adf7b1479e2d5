import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isRolledBack } from '@db/header-mark'
import { AppError } from '@shared/core/errors'
import { countLost, damagedFolderName } from '@shared/features/vault/salvage.rules'
import type { SalvageReport } from '@shared/features/vault/salvage.schema'
import type { VaultState } from '@shared/features/vault/vault.schema'
import type { AuditNote } from '../data/operations'
import {
  removeAside,
  removePartial,
  removeProven,
  salvageFiles,
} from '../jobs/salvage/salvage-files'
import { findFinishedSalvage, type FinishedSalvage } from '../jobs/salvage/salvage-note'
import { failPoint } from '../vault/fail-point'
import { bookFiles, syncFolder } from '../vault/header-file'
import { deriveKey, keyIdOf, type VaultKeys } from '../vault/keys'
import { getRecoverySlot } from '../vault/unwrap'
import type { BackupServices } from './backup/backup-services'
import { runTask } from './backup/job-task'
import { claimBook } from './book-lock'
import { readBookState } from './book-state'
import type { DamagedBook } from './vault-context'
import type { VaultService } from './vault-service'

type Services = Pick<BackupServices, 'jobs' | 'startJob' | 'clock'> & {
  vault: Pick<VaultService, 'salvage'>
}
type Input = { jobId: string; userUid: string; password: string }

/**
 * Makes a new database of what can be read in a damaged one and opens the book with it (R094). The damaged files are copied into a
 * dated folder beside the book first, and the new one takes its place only after it was proven.
 * @throws AppError as `salvageJob`; `core.forbidden` for anybody but an owner; `vault.wrong-password`, `vault.in-use`,
 * `vault.header-rolled-back`
 */
export async function salvageVault(
  services: Services,
  { jobId, userUid, password }: Input,
): Promise<{ state: VaultState; report: SalvageReport | null }> {
  const found: { report: SalvageReport | null } = { report: null }
  const state = await services.vault.salvage(userUid, password, async (book) => {
    const finished = await rescue(services, jobId, book)
    const { tables, unreadablePages, damagedFolder, auditHasGaps, auditMissingFrom } = finished
    found.report = {
      ...{ tables, unreadablePages, damagedFolder },
      auditHasGaps: auditHasGaps || auditMissingFrom !== null,
    }
    return notesOf(finished, book, services.clock())
  })
  return { state, report: found.report }
}

async function rescue(
  services: Services,
  jobId: string,
  book: DamagedBook,
): Promise<FinishedSalvage> {
  const { folder, header } = book
  const release = claimBook(folder)
  try {
    const finished = findFinishedSalvage(folder) ?? (await makeAnew(services, jobId, book))
    const { generation } = header
    const offered = { generation, recoverySlotId: getRecoverySlot(header).id, isRecovery: false }
    if (isRolledBack(finished.headerMark, offered)) {
      removeProven(folder)
      throw new AppError('vault.header-rolled-back', 'header is older than the book')
    }
    putInPlace(folder)
    return finished
  } finally {
    release()
  }
}

async function makeAnew(
  services: Services,
  jobId: string,
  book: DamagedBook,
): Promise<FinishedSalvage> {
  const { folder, header } = book
  removeProven(folder)
  const candidates = keysThatMayFit(book)
  for (const [index, keys] of candidates.entries()) {
    try {
      return await runSalvage(services, jobId, folder, deriveKey(keys, header.vaultId, 'page'))
    } catch (error) {
      const isOther = error instanceof AppError && error.code === 'vault.beyond-salvage'
      if (!isOther || index === candidates.length - 1) throw error
    }
  }
  throw new AppError('vault.header-rolled-back', 'header has none of the keys')
}

/** After a rotation that was cut off either set may be the one; none, when the header is of before a rotation. */
function keysThatMayFit({ folder, header, keys, nextKeys }: DamagedBook): VaultKeys[] {
  const { keyId } = readBookState(folder)
  if (nextKeys) return [keys, nextKeys]
  return keyId === null || keyId === keyIdOf(keys, header.vaultId) ? [keys] : []
}

async function runSalvage(
  services: Services,
  jobId: string,
  folder: string,
  pageKey: Buffer,
): Promise<FinishedSalvage> {
  const now = services.clock()
  const asideFolder = findFreeFolder(folder, now)
  try {
    return await runTask(services, jobId, 'salvage', async ({ call, signal }) => {
      try {
        if (signal.aborted) throw new AppError('core.cancelled')
        return await call('vault.salvage', { folder, asideFolder, pageKey, now })
      } catch (error) {
        // One that did not hear of the cancel in time was ended.
        throw signal.aborted ? new AppError('core.cancelled') : error
      }
    })
  } catch (error) {
    removePartial(folder)
    removeProven(folder)
    removeAside(asideFolder)
    throw error
  }
}

function findFreeFolder(folder: string, now: number): string {
  for (let attempt = 1; attempt < 100; attempt++) {
    const path = join(dirname(folder), damagedFolderName(basename(folder), now, attempt))
    if (!existsSync(path)) return path
  }
  throw new AppError('vault.book-exists', 'no free name for the damaged files')
}

/** A log of the damaged file would be read into the new one: it goes first, and the copy aside has it. */
function putInPlace(folder: string): void {
  const database = join(folder, bookFiles.database)
  failPoint('salvage:proven')
  for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true })
  failPoint('salvage:log-removed')
  renameSync(join(folder, salvageFiles.proven), database)
  syncFolder(folder)
  failPoint('salvage:swapped')
  rmSync(join(folder, salvageFiles.report), { force: true })
}

/** What the trail says of it; a lost end is said where nothing outside of the book knows of one. */
function notesOf(
  finished: FinishedSalvage,
  { folder, userUid }: DamagedBook,
  at: number,
): AuditNote[] {
  const { auditMissingFrom: from } = finished
  const { auditHead } = readBookState(folder)
  const isNoticedAnyway = auditHead !== null && from !== null && auditHead.id >= from
  const subject = `lost:${countLost(finished)}`
  return [
    ...(from === null || isNoticedAnyway
      ? []
      : [{ route: 'audit.endMissing', at, userUid: null, subject: `entry:${from}` }]),
    { route: 'vault.salvage', at, userUid, subject },
  ]
}
