import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { request } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import { type Credentials, RescueSignIn } from './rescue-sign-in'

/** 只读打开: sign in to look at a book that is damaged or cannot be written to, without changing anything (R094). */
export function LookInsidePage({ state }: { state: VaultState }) {
  const { t } = useTranslation('vault')
  const navigate = useNavigate()
  const open = useVaultCommand((credentials: Credentials) =>
    request('vault.lookInside', credentials),
  )
  return (
    <GateFrame pane={<CoverPane lastBackup={state.lastBackup} />}>
      <div className={styles.form}>
        <h1 className={styles.title}>{t('look.title')}</h1>
        <p className={styles.lead}>{t('look.lead')}</p>
        <RescueSignIn
          users={state.users}
          action={t('look.action')}
          pending={open.isPending}
          error={open.isPending ? null : open.error}
          onSubmit={(credentials, onRefused) =>
            open.mutate(credentials, {
              onSuccess: () => void navigate('/customers'),
              onError: onRefused,
            })
          }
          onBack={() => void navigate('/')}
        />
      </div>
    </GateFrame>
  )
}
