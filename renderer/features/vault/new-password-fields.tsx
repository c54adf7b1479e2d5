import { Input } from 'antd'
import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'

type PasswordValues = FieldValues & { password: string; repeated: string }

/** A new password, typed twice. */
export function NewPasswordFields<T extends PasswordValues>({
  control,
  label,
}: {
  control: Control<T, unknown, T>
  label: string
}) {
  const { t } = useTranslation('vault')
  return (
    <>
      <PasswordField
        control={control}
        name={'password' as FieldPath<T>}
        label={label}
        hint={t('owner.passwordHint')}
      />
      <PasswordField
        control={control}
        name={'repeated' as FieldPath<T>}
        label={t('owner.repeated')}
      />
    </>
  )
}

function PasswordField<T extends PasswordValues>({
  control,
  name,
  label,
  hint,
}: {
  control: Control<T, unknown, T>
  name: FieldPath<T>
  label: string
  hint?: string
}) {
  return (
    <Controller
      name={name}
      control={control}
      render={({ field, fieldState }) => (
        <FormField label={label} hint={hint} error={fieldState.error?.message} required>
          {(props) => (
            <Input.Password {...props} {...field} size="large" autoComplete="new-password" />
          )}
        </FormField>
      )}
    />
  )
}
