import { Input, Segmented, Select } from 'antd'
import { type Control, Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { FormField } from '@renderer/components/form-field'
import type { SecretForm } from './secret-form'

/** Password of a user of that day, or the recovery key. */
export function SecretFields({
  control,
  users,
  disabled,
}: {
  control: Control<SecretForm>
  users: BackupSummary['users']
  disabled: boolean
}) {
  const { t } = useTranslation('backups')
  const { way, userUid } = useWatch({ control })
  const name = users.find(({ uid }) => uid === userUid)?.name ?? ''
  const byPassword = way === 'password'
  return (
    <>
      <Controller
        name="way"
        control={control}
        render={({ field }) => (
          <FormField label={t('secret.way')}>
            {({ id }) => (
              <div>
                <Segmented
                  id={id}
                  value={field.value}
                  onChange={field.onChange}
                  disabled={disabled}
                  options={[
                    { value: 'password', label: t('secret.password') },
                    { value: 'recovery-key', label: t('secret.recoveryKey') },
                  ]}
                />
              </div>
            )}
          </FormField>
        )}
      />
      {byPassword && users.length > 1 && (
        <Controller
          name="userUid"
          control={control}
          render={({ field }) => (
            <FormField label={t('secret.user')}>
              {({ id }) => (
                <Select
                  id={id}
                  value={field.value}
                  onChange={field.onChange}
                  disabled={disabled}
                  options={users.map((user) => ({
                    value: user.uid,
                    label: `${user.name} · ${t(`common:role.${user.role}`)}`,
                  }))}
                />
              )}
            </FormField>
          )}
        />
      )}
      <Controller
        name="secret"
        control={control}
        render={({ field, fieldState }) => (
          <FormField
            label={byPassword ? t('secret.passwordOf', { name }) : t('secret.recoveryKey')}
            hint={byPassword ? undefined : t('secret.recoveryHint')}
            error={fieldState.error?.message}
            required
          >
            {(props) =>
              byPassword ? (
                <Input.Password {...props} {...field} autoComplete="off" disabled={disabled} />
              ) : (
                <Input
                  {...props}
                  {...field}
                  autoComplete="off"
                  spellCheck={false}
                  disabled={disabled}
                  style={{ fontFamily: 'var(--ant-font-family-code)' }}
                />
              )
            }
          </FormField>
        )}
      />
    </>
  )
}
