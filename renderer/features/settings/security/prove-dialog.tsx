import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '@renderer/components/form-dialog'
import { RecoveryKeyField } from '@renderer/components/recovery-key-field'
import { findKeyMessage } from '@renderer/components/recovery-key-form'
import { useToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useVaultCommand } from '@renderer/lib/use-vault-command'
import { proveForm } from './security-forms'

/** 核对一次: the whole recovery key, typed from the copy that was kept. Changes nothing but the date. */
export function ProveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security')
  const toast = useToast()
  const prove = useVaultCommand((recoveryKey: string) =>
    request('vault.proveRecoveryKey', { recoveryKey }),
  )
  const { control, handleSubmit, setError } = useForm({
    resolver: zodResolver(proveForm),
    defaultValues: { recoveryKey: '' },
  })
  const submit = handleSubmit(({ recoveryKey }) =>
    prove.mutate(recoveryKey, {
      onSuccess: () => {
        toast(t('prove.done'))
        onClose()
      },
      onError: ({ code }) => {
        const message = findKeyMessage(code)
        if (message) setError('recoveryKey', { message }, { shouldFocus: true })
      },
    }),
  )
  const trouble = prove.error && findKeyMessage(prove.error.code) === null ? prove.error : null
  return (
    <FormDialog
      title={t('prove.title')}
      lead={t('prove.lead')}
      action={t('prove.action')}
      busy={prove.isPending}
      error={trouble}
      width={480}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Controller
        name="recoveryKey"
        control={control}
        render={({ field, fieldState }) => (
          <RecoveryKeyField
            value={field.value}
            error={fieldState.error?.message}
            size="medium"
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
    </FormDialog>
  )
}
