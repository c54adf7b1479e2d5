import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AppError } from '@shared/core/errors'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { secretErrors } from './customers-restore-errors'
import styles from './customers-restore.module.css'
import { toSecret, useSecretForm } from './secret-form'
import { SecretPanel } from './secret-panel'

/** For a backup of before a new data key: a password of its day. Where it is not about a secret, why it does not open. */
export function CustomersRestoreSecret({
  summary,
  error,
  onSecret,
  onClose,
}: {
  summary: BackupSummary
  error: AppError
  onSecret: (secret: { userUid: string | null; secret: string }) => void
  onClose: () => void
}) {
  const { t } = useTranslation('backups')
  const { control, handleSubmit } = useSecretForm(summary.users)
  const aboutSecret = secretErrors.includes(error.code)
  return (
    <SecretPanel
      summary={summary}
      control={control}
      job={{
        ...{ running: false, progress: null, onCancel: () => undefined },
        error: error.code === 'customer-restores.password-needed' ? null : error,
      }}
      onSubmit={handleSubmit((values) => onSecret(toSecret(values)))}
      before={aboutSecret && <p className={styles.lead}>{t('customers.oldKey')}</p>}
      done={aboutSecret ? undefined : <></>}
      buttons={
        <>
          <Button onClick={onClose}>{t(aboutSecret ? 'common:cancel' : 'common:close')}</Button>
          {aboutSecret && (
            <Button type="primary" htmlType="submit">
              {t('customers.open')}
            </Button>
          )}
        </>
      }
    />
  )
}
