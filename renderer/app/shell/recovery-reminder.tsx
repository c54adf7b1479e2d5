import { Tooltip } from 'antd'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { systemClock } from '@shared/core/clock'
import { findOverdueRecoveryCheck } from '@shared/features/vault/recovery-reminder.rules'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { useNarrow } from '@renderer/lib/use-narrow'
import styles from './navigation.module.css'

/** One calm line above the foot of the navigation when the recovery key was not proven for 90 days. */
export function RecoveryReminder({ state }: { state: VaultState }) {
  const { t } = useTranslation('security')
  const narrow = useNarrow()
  const days = findOverdueRecoveryCheck(
    state.session?.role ?? null,
    state.recoveryProvenAt,
    systemClock(),
  )
  if (days === null) return null
  const words = t('reminder.text', { count: days })
  return (
    <Tooltip title={t('reminder.why')} placement="right">
      <Link to="/settings/security" className={styles.reminder} aria-label={words}>
        <KeyRound size={16} strokeWidth={1.6} aria-hidden className={styles.reminderIcon} />
        {!narrow && <span className={styles.reminderText}>{words}</span>}
      </Link>
    </Tooltip>
  )
}
