import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { IconButton } from '@renderer/components/icon-button'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { BackupLine, BackupWarning } from './backup-line'
import styles from './navigation.module.css'
import { useBackupWarning } from './use-backup-warning'
import { useLock } from './use-lock'
import { UserMenu } from './user-menu'

/** Foot of the navigation: when the last backup was proven, who is here, and the lock. */
export function NavFoot({ state, narrow }: { state: VaultState; narrow: boolean }) {
  const { t } = useTranslation('shell')
  const lock = useLock()
  const rights = useRights()
  useShortcut('mod+l', () => void lock(), { scope: 'any' })
  const { session } = state
  return (
    <div className={styles.foot}>
      {rights.allowed('backups.create') && <BackupLines state={state} narrow={narrow} />}
      <div className={styles.user}>
        {session && <UserMenu session={session} narrow={narrow} onLock={() => void lock()} />}
        <IconButton
          icon={Lock}
          label={t('lock')}
          keys="mod+l"
          placement="right"
          onClick={() => void lock()}
        />
      </div>
    </div>
  )
}

function BackupLines({ state, narrow }: { state: VaultState; narrow: boolean }) {
  const warning = useBackupWarning()
  return (
    <>
      {warning && <BackupWarning {...warning} narrow={narrow} />}
      <BackupLine last={state.lastBackup} narrow={narrow} />
    </>
  )
}
