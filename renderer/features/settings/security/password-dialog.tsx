import { zodResolver } from '@hookform/resolvers/zod'
import { Input } from 'antd'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { NewPasswordFields } from '@renderer/components/new-password-fields'
import { useToast } from '@renderer/lib/announce'
import { useRouteCommand, useRouteQuery } from '@renderer/lib/client'
import { makeChangeForm } from './security-forms'

/** 改密码: the old one, the new one twice. Only the own slot of the header is written anew. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security')
  const toast = useToast()
  const { data: state } = useRouteQuery('vault.getState', {})
  const personal = [state?.session?.name ?? '', state?.book?.name ?? '']
  const change = useRouteCommand('users.changePassword')
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(makeChangeForm(personal)),
    defaultValues: { current: '', password: '', repeated: '' },
  })
  const submit = handleSubmit(({ current, password }) =>
    change.mutate(
      { password: current, newPassword: password },
      {
        onSuccess: () => {
          toast(t('password.changed'))
          onClose()
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t('password.change')}
      action={t('password.change')}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Controller
        name="current"
        control={control}
        render={({ field, fieldState }) => (
          <FormField label={t('password.current')} error={fieldState.error?.message} required>
            {(props) => <Input.Password {...props} {...field} autoFocus autoComplete="off" />}
          </FormField>
        )}
      />
      <NewPasswordFields
        control={control}
        label={t('password.new')}
        personal={personal}
        size="medium"
      />
    </FormDialog>
  )
}
