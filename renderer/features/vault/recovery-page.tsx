import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from 'antd'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { NewPasswordFields } from '@renderer/components/new-password-fields'
import { Note } from '@renderer/components/note'
import { RecoveryKeyField } from '@renderer/components/recovery-key-field'
import { findKeyMessage } from '@renderer/components/recovery-key-form'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { CoverPane } from './cover-pane'
import { GateFrame } from './gate-frame'
import styles from './gate.module.css'
import { makeRecoveryForm } from './recovery-form'

/** The way back without a password: the recovery key opens the book and the owner gets a new password. */
export function RecoveryPage({ state }: { state: VaultState }) {
  const { t } = useTranslation('vault')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const owners = state.users.filter(({ role }) => role === 'owner').map(({ name }) => name)
  const personal = [...owners, state.book?.name ?? '']
  const { control, handleSubmit, setError } = useForm({
    resolver: zodResolver(makeRecoveryForm(personal)),
    defaultValues: { recoveryKey: '', password: '', repeated: '' },
  })
  const unlock = useVaultCommand((input: { recoveryKey: string; newPassword: string }) =>
    request('vault.unlockWithRecoveryKey', input),
  )
  const failure = unlock.isPending ? null : unlock.error
  const trouble = failure && findKeyMessage(failure.code) === null ? failure : null
  const submit = handleSubmit(({ recoveryKey, password }) =>
    unlock.mutate(
      { recoveryKey, newPassword: password },
      {
        onSuccess: () => void navigate('/customers'),
        onError: ({ code }) => {
          const message = findKeyMessage(code)
          if (message) setError('recoveryKey', { message }, { shouldFocus: true })
        },
      },
    ),
  )
  return (
    <GateFrame pane={<CoverPane lastBackup={state.lastBackup} />}>
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
              <RecoveryKeyField
                value={field.value}
                error={fieldState.error?.message}
                onChange={field.onChange}
                onBlur={field.onBlur}
              />
            )}
          />
          <NewPasswordFields control={control} label={t('recovery.password')} personal={personal} />
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
