import type { BackupDrive } from '@shared/features/backups/backups.contract'
import { AppError } from '@shared/core/errors'
import { findLastOnDrive } from '../../../services/backup/drive-backups'
import { ejectDrive } from '../../../services/backup/drive-eject'
import { type Drive, listDrives } from '../../../services/backup/drives'
import type { MainContext, MainHandlers } from '../../main-context'
import { listBackups, targetAt } from './backup-places'

/** Plugged-in drives: what there is, and letting go of one. */
export const backupDrivesHandlers: MainHandlers<'backups.listDrives' | 'backups.eject'> = {
  async 'backups.listDrives'(context) {
    return { drives: await describeDrives(context, await listDrives()) }
  },
  async 'backups.eject'({ grants }, { drive }) {
    const path = grants.pathOf(drive)
    const found = (await listDrives()).find((one) => one.path === path)
    if (!found) throw new AppError('backups.target-gone', 'the drive is gone')
    return { result: await ejectDrive(found) }
  },
}

/** Drives that can be written to, as places of a backup; those that had one before stand first. */
export async function describeDrives(
  context: Pick<MainContext, 'data' | 'grants' | 'vault'>,
  drives: readonly Drive[],
): Promise<BackupDrive[]> {
  const records = await listBackups(context)
  const described = await Promise.all(
    drives.map(async (drive): Promise<BackupDrive> => {
      const last = findLastOnDrive(drive, records)
      return {
        ...(await targetAt(context, last?.folder ?? drive.path)),
        ...(drive.readOnly ? { verdict: 'not-writable' as const, service: null } : {}),
        label: drive.label,
        lastBackupAt: last?.startedAt ?? null,
        drive: context.grants.grant(drive.path),
      }
    }),
  )
  return described.sort((a, b) => (b.lastBackupAt ?? 0) - (a.lastBackupAt ?? 0))
}
