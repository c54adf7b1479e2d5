import { Input } from 'antd'
import {
  Controller,
  useWatch,
  type Control,
  type FieldPath,
  type FieldValues,
} from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormField } from './form-field'
import { PasswordStrength } from './password-strength'

type PasswordValues = FieldValues & { password: string; repeated: string }

/** A new password, typed twice, with how hard it is to guess. */
export function NewPasswordFields<T extends PasswordValues>({
  control,
  label,
  personal,
  size = 'large',
  autoFocus = false,
}: {
  control: Control<T, unknown, T>
  label: string
  /** Names and the like that must not be in it. */
  personal: readonly string[]
  size?: 'large' | 'medium'
  autoFocus?: boolean
}) {
  const { t } = useTranslation('vault')
  const password: string = useWatch({ control, name: 'password' as FieldPath<T> })
  const fields = [
    {
      name: 'password' as FieldPath<T>,
      label,
      hint:
        password === '' ? (
          t('owner.passwordHint')
        ) : (
          <PasswordStrength password={password} personal={personal} />
        ),
    },
    { name: 'repeated' as FieldPath<T>, label: t('owner.repeated'), hint: undefined },
  ]
  return fields.map(({ name, label: words, hint }, index) => (
    <Controller
      key={name}
      name={name}
      control={control}
      render={({ field, fieldState }) => (
        <FormField label={words} hint={hint} error={fieldState.error?.message} required>
          {(props) => (
            <Input.Password
              {...props}
              {...field}
              size={size}
              autoFocus={autoFocus && index === 0}
              autoComplete="new-password"
            />
          )}
        </FormField>
      )}
    />
  ))
}
