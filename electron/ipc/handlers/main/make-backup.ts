import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '@shared/contract'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { BackupSchedule } from '@shared/features/backups/backup-schedule.schema'
import type { BackupServices } from '../../../services/backup/backup-services'
import { createBackup } from '../../../services/backup/create-backup'
import { findDriveOf } from '../../../services/backup/drive-of'
import { listDrives } from '../../../services/backup/drives'
import { createExclusive } from '../../../services/backup/exclusive'
import { inTime } from '../../../services/backup/in-time'
import { rotateBackups } from '../../../services/backup/rotation'
import { readBookState, updateBookState } from '../../../services/book-state'
import type { MainContext } from '../../main-context'
import { listBackups } from './backup-places'
import { backupServicesOf } from './backup-services'

/** How long a proven backup waits for the name of its drive, in ms. */
const driveMs = 1500

/** Backup, check and restore never run beside one another. */
export const exclusive = createExclusive()

type Input = Parameters<typeof createBackup>[1] & {
  /** Called as soon as it is cancelled, before its file is taken away. */
  onStop?: () => void
}

/**
 * One proven backup into a folder, by hand or by itself; then old ones go, where the book says so.
 * @throws AppError as `createBackup`; `backups.in-progress`
 */
export function makeBackup(
  context: MainContext,
  { onStop, ...input }: Input,
): Promise<BackupRecord> {
  return exclusive(async () => {
    const services = backupServicesOf(context)
    const made = await createBackup(
      onStop ? { ...services, jobs: watched(services.jobs, onStop) } : services,
      input,
    )
    await noteDrive(context)
    // The backup is good already: a drive that is pulled out now only keeps its old ones for longer.
    await tidyFolder(context, made).catch(() => undefined)
    return made
  })
}

/** Tells of a cancel at once. */
function watched(jobs: BackupServices['jobs'], onStop: () => void): BackupServices['jobs'] {
  return {
    run: (jobId, kind, work) =>
      jobs.run(jobId, kind, (signal, report) => {
        signal.addEventListener('abort', onStop, { once: true })
        return work(signal, report)
      }),
  }
}

/** The unlock screen and the foot of the window name the drive that the last backup is on. */
export async function noteDrive({ vault }: Pick<MainContext, 'vault'>): Promise<void> {
  const { lastBackup } = readBookState(vault.folder())
  if (!lastBackup) return
  const drive = findDriveOf(lastBackup.folder, await inTime(listDrives(), driveMs, []))
  if (drive) updateBookState(vault.folder(), { lastBackup: { ...lastBackup, drive: drive.label } })
}

/** When backups are made by themselves, as the open book says. */
export async function getSchedule({ data }: Pick<MainContext, 'data'>): Promise<BackupSchedule> {
  const route = 'backups.getSchedule'
  const answer = JSON.parse(await data.call('request', { route, input: {} })) as Result<unknown>
  if (!answer.ok) throw fromErrorShape(answer.error)
  return contract[route].output.parse(answer.data)
}

/** What the rule removed is not remembered any more: a list of a drive that is away would show it. */
async function tidyFolder(context: MainContext, { folder, uid }: BackupRecord): Promise<void> {
  if (!(await getSchedule(context)).rotate) return
  const { vault, data } = context
  const records = await listBackups(context)
  const isThere = ({ fileName }: BackupRecord) => existsSync(join(folder, fileName))
  const there = records.filter((backup) => backup.folder === folder && isThere(backup))
  const provenUids = new Set(records.map((backup) => backup.uid))
  const { vaultId } = vault.header()
  const now = Date.now()
  const removed = await rotateBackups({ folder, vaultId, newestUid: uid, provenUids, now })
  const gone = there.filter((backup) => !isThere(backup))
  if (removed > 0) await data.call('backups.forget', { uids: gone.map((backup) => backup.uid) })
}
