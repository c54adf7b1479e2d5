import { zodResolver } from '@hookform/resolvers/zod'
import { Input } from 'antd'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { UserAccount } from '@shared/features/users/users.schema'
import { FormDialog } from '@renderer/components/form-dialog'
import { FormField } from '@renderer/components/form-field'
import { useRouteCommand } from '@renderer/lib/client'
import { renameForm } from './user-forms'

/** 改名. */
export function RenameDialog({ user, onClose }: { user: UserAccount; onClose: () => void }) {
  const { t } = useTranslation('users')
  const rename = useRouteCommand('users.rename')
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(renameForm),
    defaultValues: { name: user.name },
  })
  const submit = handleSubmit(({ name }) =>
    rename.mutate({ uid: user.uid, name }, { onSuccess: onClose }),
  )
  return (
    <FormDialog
      title={t('rename.title')}
      action={t('common:save')}
      busy={rename.isPending}
      error={rename.error}
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
    </FormDialog>
  )
}
