import { basename } from 'node:path'
import { dialog } from 'electron'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { parseBackupHeader } from '../../../services/backup/open-backup'
import { startJobProcess } from '../../../services/job-runner'
import { usersOf } from '../../../services/vault-people'
import type { VaultHeader } from '../../../vault/header'
import type { MainContext } from '../../main-context'

/** Native dialog for a backup file; null when the person cancels. */
export async function pickBackupFile({ window }: MainContext): Promise<string | null> {
  const picked = await dialog.showOpenDialog(window(), {
    properties: ['openFile'],
    filters: [{ name: 'Kebu', extensions: ['kebubak'] }],
  })
  return picked.canceled ? null : (picked.filePaths[0] ?? null)
}

/**
 * The vault header inside a backup that the person picks; null when they cancel.
 * @throws AppError as `backup.inspect`
 */
export async function pickBackupHeader(context: MainContext): Promise<VaultHeader | null> {
  const path = await pickBackupFile(context)
  if (path === null) return null
  const job = startJobProcess()
  try {
    const { vaultHeader } = await job.call('backup.inspect', { path })
    return parseBackupHeader(vaultHeader)
  } finally {
    job.end()
  }
}

/**
 * What a backup file says of itself, with a token for it.
 * @throws AppError as `backup.inspect` and `backup.chain`
 */
export async function summarize(
  { grants }: Pick<MainContext, 'grants'>,
  path: string,
): Promise<BackupSummary> {
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
