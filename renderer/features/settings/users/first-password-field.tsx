import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'
import { PasswordStrength } from '@renderer/components/password-strength'
import styles from './dialogs.module.css'
import { browserRandom, generatePassword } from './generate-password'

/** A first password: typed, or made here and shown, since it is there to be handed over. */
export function FirstPasswordField({
  value,
  error,
  personal,
  autoFocus = false,
  onChange,
}: {
  value: string
  error: string | undefined
  /** Names that must not be in it. */
  personal: readonly string[]
  autoFocus?: boolean
  onChange: (value: string) => void
}) {
  const { t } = useTranslation('users')
  const [visible, setVisible] = useState(false)
  return (
    <FormField
      label={t('form.firstPassword')}
      hint={
        value === '' ? (
          t('form.firstPasswordHint')
        ) : (
          <PasswordStrength password={value} personal={personal} />
        )
      }
      error={error}
      required
    >
      {(props) => (
        <div className={styles.passwordRow}>
          <Input.Password
            {...props}
            autoFocus={autoFocus}
            autoComplete="new-password"
            value={value}
            visibilityToggle={{ visible, onVisibleChange: setVisible }}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button
            onClick={() => {
              onChange(generatePassword(browserRandom))
              setVisible(true)
            }}
          >
            {t('form.generate')}
          </Button>
        </div>
      )}
    </FormField>
  )
}
