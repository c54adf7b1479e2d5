import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormField } from './form-field'

/** Where a whole recovery key is typed in, in letters that cannot be confused. */
export function RecoveryKeyField({
  value,
  error,
  size = 'large',
  onChange,
  onBlur,
}: {
  value: string
  error: string | undefined
  size?: 'large' | 'medium'
  onChange: (value: string) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('vault')
  return (
    <FormField label={t('recovery.key')} hint={t('recovery.keyHint')} error={error} required>
      {(props) => (
        <Input
          {...props}
          size={size}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={value}
          style={{ fontFamily: 'var(--ant-font-family-code)', fontSize: 14 }}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FormField>
  )
}
