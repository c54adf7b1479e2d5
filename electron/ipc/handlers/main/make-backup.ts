import { contract } from '@shared/contract'
import { fromErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { BackupSchedule } from '@shared/features/backups/backup-schedule.schema'
import { createBackup } from '../../../services/backup/create-backup'
import { createExclusive } from '../../../services/backup/exclusive'
import { rotateBackups } from '../../../services/backup/rotation'
import type { MainContext } from '../../main-context'
import { listBackups } from './backup-places'
import { backupServicesOf } from './backup-services'

/** Backup, check and restore never run beside one another. */
export const exclusive = createExclusive()

type Input = Parameters<typeof createBackup>[1]

/**
 * One proven backup into a folder, by hand or by itself; then old ones go, where the book says so.
 * @throws AppError as `createBackup`; `backups.in-progress`
 */
export function makeBackup(context: MainContext, input: Input): Promise<BackupRecord> {
  return exclusive(async () => {
    const made = await createBackup(backupServicesOf(context), input)
    // The backup is good already: a drive that is pulled out now only keeps its old ones for longer.
    await tidyFolder(context, made).catch(() => undefined)
    return made
  })
}

/** When backups are made by themselves, as the open book says. */
export async function getSchedule({ data }: Pick<MainContext, 'data'>): Promise<BackupSchedule> {
  const route = 'backups.getSchedule'
  const answer = JSON.parse(await data.call('request', { route, input: {} })) as Result<unknown>
  if (!answer.ok) throw fromErrorShape(answer.error)
  return contract[route].output.parse(answer.data)
}

async function tidyFolder(context: MainContext, { folder, uid }: BackupRecord): Promise<void> {
  if (!(await getSchedule(context)).rotate) return
  const { vault } = context
  const provenUids = new Set((await listBackups(context)).map((backup) => backup.uid))
  const { vaultId } = vault.header()
  const now = Date.now()
  const removed = await rotateBackups({ folder, vaultId, newestUid: uid, provenUids, now })
  if (removed > 0) await vault.record('backups.rotate')
}
