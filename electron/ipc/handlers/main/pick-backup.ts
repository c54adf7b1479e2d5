import { dialog } from 'electron'
import { parseBackupHeader } from '../../../services/backup/open-backup'
import { startJobProcess } from '../../../services/job-runner'
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
