import { Tooltip } from 'antd'
import { HardDrive, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { IconButton } from '@renderer/components/icon-button'
import { useFormat } from '@renderer/lib/format'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import styles from './navigation.module.css'
import { useLock } from './use-lock'
import { UserMenu } from './user-menu'

/** Foot of the navigation: when the last backup was proven, who is here, and the lock. */
export function NavFoot({ state, narrow }: { state: VaultState; narrow: boolean }) {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const lock = useLock()
  const rights = useRights()
  useShortcut('mod+l', () => void lock(), { scope: 'any' })
  const { session } = state
  const lastBackupAt = state.lastBackup?.at ?? null
  const backup = lastBackupAt
    ? t('backedUp', { when: format.day(lastBackupAt) })
    : t('neverBackedUp')
  return (
    <div className={styles.foot}>
      {rights.allowed('backups.create') && (
        <Tooltip title={lastBackupAt ? format.full(lastBackupAt) : backup} placement="right">
          <Link to="/backup" className={styles.backup} aria-label={backup}>
            <HardDrive
              size={16}
              strokeWidth={1.6}
              aria-hidden
              className={lastBackupAt ? styles.backupDone : styles.backupMissing}
            />
            {!narrow && <span className={styles.label}>{backup}</span>}
          </Link>
        </Tooltip>
      )}
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
