import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { contract, type RouteNameAt } from '@shared/contract'
import { AppError, fromErrorShape } from '@shared/core/errors'
import { isAllowed } from '@shared/core/permissions'
import type { Result } from '@shared/core/result'
import type { BackupRecord, BackupSummary } from '@shared/features/backups/backups.contract'
import { describeTarget } from '../../../services/backup/backup-target'
import { createBackup } from '../../../services/backup/create-backup'
import { createExclusive } from '../../../services/backup/exclusive'
import { parseBackupHeader } from '../../../services/backup/open-backup'
import { restoreBook } from '../../../services/backup/restore-book'
import { verifyBackup } from '../../../services/backup/verify-backup'
import { judgeFolder } from '../../../services/folder-verdict'
import { startJobProcess } from '../../../services/job-runner'
import { usersOf } from '../../../services/vault-people'
import type { MainContext, MainHandlers } from '../../main-context'
import { backupServicesOf } from './backup-services'
import { defaultFolder, grantFolder, pickFolder } from './folders'
import { pickBackupFile } from './pick-backup'

const exclusive = createExclusive()

export const backupsHandlers: MainHandlers<RouteNameAt<'main'> & `backups.${string}`> = {
  async 'backups.suggestTarget'(context) {
    const [last] = await listBackups(context)
    return last && existsSync(last.folder) ? targetAt(context, last.folder) : null
  },
  async 'backups.chooseTarget'(context) {
    const path = await pickFolder(context)
    return path === null ? null : targetAt(context, path)
  },
  'backups.create': (context, { jobId, target }) =>
    exclusive(() =>
      createBackup(backupServicesOf(context), { jobId, folder: context.grants.pathOf(target) }),
    ),
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

async function listBackups({ data }: MainContext): Promise<BackupRecord[]> {
  const route = 'backups.list'
  const answer = JSON.parse(await data.call('request', { route, input: {} })) as Result<unknown>
  if (!answer.ok) throw fromErrorShape(answer.error)
  return contract[route].output.parse(answer.data).backups
}

async function targetAt({ grants, vault }: MainContext, path: string) {
  const token = grants.grant(path)
  return { token, ...(await describeTarget(path, vault.folder(), judgeFolder(path))) }
}

async function summarize({ grants }: MainContext, path: string): Promise<BackupSummary> {
  const job = startJobProcess()
  try {
    const { manifest, vaultHeader, bytes } = await job.call('backup.inspect', { path })
    return {
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
