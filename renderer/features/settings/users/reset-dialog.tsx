import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { UserAccount } from '@shared/features/users/users.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { useRouteCommand } from '@renderer/lib/client'
import { FirstPasswordField } from './first-password-field'
import { HandoverDialog } from './handover-dialog'
import { makeResetForm } from './user-forms'

/** 重设密码: a new first password for somebody who forgot theirs. */
export function ResetDialog({
  user,
  bookName,
  onClose,
}: {
  user: UserAccount
  bookName: string
  onClose: () => void
}) {
  const { t } = useTranslation('users')
  const [given, setGiven] = useState<string | null>(null)
  const reset = useRouteCommand('users.resetPassword')
  const personal = [user.name, bookName]
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(makeResetForm(personal)),
    defaultValues: { password: '' },
  })
  const submit = handleSubmit(({ password }) =>
    reset.mutate({ uid: user.uid, password }, { onSuccess: () => setGiven(password) }),
  )
  if (given !== null) return <HandoverDialog name={user.name} password={given} onClose={onClose} />
  return (
    <FormDialog
      title={t('reset.title', { name: user.name })}
      lead={t('reset.lead')}
      action={t('reset.action')}
      busy={reset.isPending}
      error={reset.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Controller
        name="password"
        control={control}
        render={({ field, fieldState }) => (
          <FirstPasswordField
            value={field.value}
            error={fieldState.error?.message}
            personal={personal}
            autoFocus
            onChange={field.onChange}
          />
        )}
      />
    </FormDialog>
  )
}
