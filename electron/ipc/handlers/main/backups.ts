import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RouteNameAt } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { restoreBook } from '../../../services/backup/restore-book'
import { verifyBackup } from '../../../services/backup/verify-backup'
import type { MainHandlers } from '../../main-context'
import { backupDrillHandlers } from './backup-drill'
import { backupDrivesHandlers } from './backup-drives'
import { findLastPlace, listBackups, targetAt } from './backup-places'
import { backupScheduleHandlers, runnerOf } from './backup-schedule'
import { backupServicesOf } from './backup-services'
import { defaultFolder, grantFolder, pickFolder } from './folders'
import { exclusive, makeBackup, noteDrive } from './make-backup'
import { assertMayReplace } from './may-replace'
import { pickBackupFile, summarize } from './pick-backup'
import { restoreFilesHandlers } from './restore-files'

export const backupsHandlers: MainHandlers<RouteNameAt<'main'> & `backups.${string}`> = {
  async 'backups.suggestTarget'(context) {
    const folder = findLastPlace(await listBackups(context))
    return folder === null ? null : targetAt(context, folder)
  },
  async 'backups.chooseTarget'(context) {
    const path = await pickFolder(context)
    return path === null ? null : targetAt(context, path)
  },
  ...backupDrivesHandlers,
  ...backupScheduleHandlers,
  ...backupDrillHandlers,
  ...restoreFilesHandlers,
  async 'backups.create'(context, { jobId, target, kind }) {
    const made = await makeBackup(context, { jobId, kind, folder: context.grants.pathOf(target) })
    runnerOf(context).noteProven()
    return made
  },
  async 'backups.chooseFile'(context) {
    const path = await pickBackupFile(context)
    return path === null ? null : summarize(context, path)
  },
  async 'backups.lookAt'(context, { id }) {
    const record = (await listBackups(context)).find((backup) => backup.id === id)
    if (!record) throw new AppError('core.not-found', 'no such backup')
    const path = join(record.folder, record.fileName)
    return existsSync(path) ? summarize(context, path) : null
  },
  'backups.suggestFolder'(context) {
    const folder = context.vault.state().book?.folder
    return grantFolder(context, folder ? dirname(folder) : defaultFolder())
  },
  'backups.verify': (context, { jobId, file, userUid, secret }) =>
    exclusive(async () => {
      const rowCounts = await verifyBackup(backupServicesOf(context), {
        jobId,
        path: context.grants.pathOf(file),
        secret: { userUid, secret },
      })
      if (context.vault.session()) await context.vault.record('backups.verify')
      return { rowCounts }
    }),
  'backups.restore': (context, { jobId, file, folder, userUid, secret }) =>
    exclusive(async () => {
      assertMayReplace(context)
      const restored = await restoreBook(backupServicesOf(context), {
        jobId,
        path: context.grants.pathOf(file),
        folder: context.grants.pathOf(folder),
        secret: { userUid, secret },
      })
      if (context.vault.session()) await context.vault.record('backups.restore')
      await noteDrive(context)
      return restored
    }),
}
