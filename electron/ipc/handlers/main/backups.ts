import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { RouteNameAt } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { isAllowed } from '@shared/core/permissions'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { parseBackupHeader } from '../../../services/backup/open-backup'
import { restoreBook } from '../../../services/backup/restore-book'
import { verifyBackup } from '../../../services/backup/verify-backup'
import { startJobProcess } from '../../../services/job-runner'
import { usersOf } from '../../../services/vault-people'
import type { MainContext, MainHandlers } from '../../main-context'
import { backupDrivesHandlers } from './backup-drives'
import { listBackups, targetAt } from './backup-places'
import { backupScheduleHandlers, runnerOf } from './backup-schedule'
import { backupServicesOf } from './backup-services'
import { defaultFolder, grantFolder, pickFolder } from './folders'
import { exclusive, makeBackup } from './make-backup'
import { pickBackupFile } from './pick-backup'

export const backupsHandlers: MainHandlers<RouteNameAt<'main'> & `backups.${string}`> = {
  async 'backups.suggestTarget'(context) {
    const [last] = await listBackups(context)
    return last && existsSync(last.folder) ? targetAt(context, last.folder) : null
  },
  async 'backups.chooseTarget'(context) {
    const path = await pickFolder(context)
    return path === null ? null : targetAt(context, path)
  },
  ...backupDrivesHandlers,
  ...backupScheduleHandlers,
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
    exclusive(() => {
      assertMayReplace(context)
      return restoreBook(backupServicesOf(context), {
        jobId,
        path: context.grants.pathOf(file),
        folder: context.grants.pathOf(folder),
        secret: { userUid, secret },
      })
    }),
}

/**
 * While somebody is signed in, only who manages the vault may put another book in place of the open one.
 * @throws AppError `core.forbidden`
 */
function assertMayReplace({ vault }: MainContext): void {
  const session = vault.session()
  if (session && !isAllowed(session.role, 'vault.manage')) throw new AppError('core.forbidden')
}

async function summarize({ grants }: MainContext, path: string): Promise<BackupSummary> {
  const job = startJobProcess()
  try {
    const { manifest, vaultHeader, bytes } = await job.call('backup.inspect', { path })
    const { missing } = await job.call('backup.chain', { path })
    return {
      kind: manifest.kind,
      missing,
      token: grants.grant(path),
      fileName: basename(path),
      bytes,
      bookName: manifest.bookName,
      createdAt: manifest.createdAt,
      appVersion: manifest.appVersion,
      rowCounts: manifest.rowCounts,
      users: usersOf(parseBackupHeader(vaultHeader)),
    }
  } finally {
    job.end()
  }
}
