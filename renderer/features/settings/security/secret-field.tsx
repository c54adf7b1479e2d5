import { Input } from 'antd'
import { Controller, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'

/** One's own password, asked for again. */
export function SecretField({
  control,
  disabled = false,
}: {
  control: Control<{ password: string }>
  disabled?: boolean
}) {
  const { t } = useTranslation('security')
  return (
    <Controller
      name="password"
      control={control}
      render={({ field, fieldState }) => (
        <FormField label={t('ownPassword')} error={fieldState.error?.message} required>
          {(props) => (
            <Input.Password
              {...props}
              {...field}
              autoFocus
              autoComplete="off"
              disabled={disabled}
            />
          )}
        </FormField>
      )}
    />
  )
}
