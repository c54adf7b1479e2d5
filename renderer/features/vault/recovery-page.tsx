import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Input } from 'antd'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ErrorCode } from '@shared/core/errors'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { FormField } from '@renderer/components/form-field'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import { NewPasswordFields } from './new-password-fields'
import { recoveryForm } from './recovery-form'
import { useVaultCommand } from './use-vault-command'

/** Errors that speak of the key itself stand under its field. */
const keyErrors: Partial<Record<ErrorCode, string>> = {
  'vault.recovery-key-typo': 'recovery-typo',
  'vault.wrong-recovery-key': 'recovery-foreign',
}

/** The way back without a password: the recovery key opens the book and the owner gets a new password. */
export function RecoveryPage({ state }: { state: VaultState }) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { control, handleSubmit, setError } = useForm({
    resolver: zodResolver(recoveryForm),
    defaultValues: { recoveryKey: '', password: '', repeated: '' },
  })
  const unlock = useVaultCommand((input: { recoveryKey: string; newPassword: string }) =>
    request('vault.unlockWithRecoveryKey', input),
  )
  const failure = unlock.isPending ? null : unlock.error
  const trouble = failure && !(failure.code in keyErrors) ? failure : null
  const submit = handleSubmit(({ recoveryKey, password }) =>
    unlock.mutate(
      { recoveryKey, newPassword: password },
      {
        onSuccess: () => void navigate('/customers'),
        onError: ({ code }) => {
          const message = keyErrors[code]
          if (message) setError('recoveryKey', { message }, { shouldFocus: true })
        },
      },
    ),
  )
  return (
    <GateFrame pane={<CoverPane lastBackupAt={state.lastBackupAt} />}>
      <form
        className={styles.form}
        onSubmit={(event) => void submit(event)}
        onKeyDown={blockComposingEnter}
      >
        <h1 className={styles.title}>{t('recovery.title')}</h1>
        <p className={styles.lead}>{t('recovery.lead')}</p>
        <div className={styles.fields}>
          <Controller
            name="recoveryKey"
            control={control}
            render={({ field, fieldState }) => (
              <FormField
                label={t('recovery.key')}
                hint={t('recovery.keyHint')}
                error={fieldState.error?.message}
                required
              >
                {(props) => (
                  <Input
                    {...props}
                    {...field}
                    size="large"
                    autoFocus
                    autoComplete="off"
                    spellCheck={false}
                    style={{ fontFamily: 'var(--ant-font-family-code)', fontSize: 14 }}
                  />
                )}
              </FormField>
            )}
          />
          <NewPasswordFields control={control} label={t('recovery.password')} />
          {trouble && <Note tone="error">{errorText(trouble)}</Note>}
        </div>
        <div className={styles.buttons}>
          <Button size="large" disabled={unlock.isPending} onClick={() => void navigate('/')}>
            {t('common:back')}
          </Button>
          <Button type="primary" size="large" htmlType="submit" loading={unlock.isPending}>
            {t('recovery.action')}
          </Button>
        </div>
      </form>
    </GateFrame>
  )
}
