import { useBackupStore } from '@renderer/features/backups/backup-store'
import { useIntentStore } from '@renderer/lib/intent-store'

/** Hands the backup that a problem screen offered over to the restore page, before that reads what is picked. */
export function takeRestoreIntent(): void {
  const { intent, done } = useIntentStore.getState()
  if (intent?.kind !== 'restore') return
  useBackupStore.getState().pick(intent.backup)
  done()
}
