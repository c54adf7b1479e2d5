import type { RouteNameAt } from '@shared/contract'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { readBookState } from '../../../services/book-state'
import { findLastBackupFile } from '../../../services/last-backup'
import { salvageVault } from '../../../services/salvage'
import type { MainContext, MainHandlers } from '../../main-context'
import { backupServicesOf } from './backup-services'
import { exclusive } from './make-backup'
import { summarize } from './pick-backup'

type RescueRoute = 'vault.lookInside' | 'vault.salvage' | 'vault.findLastBackup'

/** The ways on when a book is damaged or cannot be written to (R094). */
export const vaultRescueHandlers: MainHandlers<RouteNameAt<'main'> & RescueRoute> = {
  'vault.lookInside': ({ vault }, { userUid, password }) => vault.lookInside(userUid, password),
  'vault.salvage': (context, input) =>
    exclusive(() => salvageVault({ ...backupServicesOf(context), vault: context.vault }, input)),
  async 'vault.findLastBackup'(context) {
    const folder = context.vault.state().book?.folder
    const known = folder === undefined ? null : readBookState(folder).lastBackup
    if (!known) return null
    const { at, drive, fileName } = known
    return { at, drive, fileName, backup: await lookAt(context, await findLastBackupFile(known)) }
  },
}

/** One that does not read any more is none to offer. */
function lookAt(context: MainContext, path: string | null): Promise<BackupSummary | null> {
  return path === null ? Promise.resolve(null) : summarize(context, path).catch(() => null)
}
