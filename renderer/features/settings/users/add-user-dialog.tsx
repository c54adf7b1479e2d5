import { zodResolver } from '@hookform/resolvers/zod'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { roles, type Role } from '@shared/core/permissions'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { useRouteCommand } from '@renderer/lib/client'
import { FirstPasswordField } from './first-password-field'
import { HandoverDialog } from './handover-dialog'
import { makeUserForm } from './user-forms'

/** 加用户: name, role with one line on what it may do, first password; then the password to hand over. */
export function AddUserDialog({ bookName, onClose }: { bookName: string; onClose: () => void }) {
  const { t } = useTranslation('users')
  const [added, setAdded] = useState<{ name: string; password: string } | null>(null)
  const create = useRouteCommand('users.create')
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(makeUserForm(bookName)),
    defaultValues: { name: '', role: 'sales' as Role, password: '' },
  })
  const name = useWatch({ control, name: 'name' })
  const submit = handleSubmit((values) =>
    create.mutate(values, {
      onSuccess: () => setAdded({ name: values.name, password: values.password }),
    }),
  )
  if (added) return <HandoverDialog {...added} onClose={onClose} />
  return (
    <FormDialog
      title={t('add.title')}
      action={t('add.action')}
      busy={create.isPending}
      error={create.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Controller
        name="name"
        control={control}
        render={({ field, fieldState }) => (
          <FormField label={t('form.name')} error={fieldState.error?.message} required>
            {(props) => <Input {...props} {...field} autoFocus maxLength={100} />}
          </FormField>
        )}
      />
      <Controller
        name="role"
        control={control}
        render={({ field }) => (
          <FormField label={t('form.role')} hint={t(`roleLine.${field.value}`)}>
            {(props) => (
              <Select
                {...props}
                value={field.value}
                onChange={field.onChange}
                options={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
              />
            )}
          </FormField>
        )}
      />
      <Controller
        name="password"
        control={control}
        render={({ field, fieldState }) => (
          <FirstPasswordField
            value={field.value}
            error={fieldState.error?.message}
            personal={[name, bookName]}
            onChange={field.onChange}
          />
        )}
      />
    </FormDialog>
  )
}
