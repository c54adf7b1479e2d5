import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  verificationMethods,
  type VerificationMethod,
} from '@shared/features/quality/quality.enums'
import styles from './verify.module.css'

/** How something was made sure of (D6). */
export function MethodChoice({
  value,
  onChange,
}: {
  value: VerificationMethod
  onChange: (method: VerificationMethod) => void
}) {
  const { t } = useTranslation('quality')
  return (
    <Radio.Group
      className={styles.methods ?? ''}
      aria-label={t('method.label')}
      value={value}
      onChange={({ target }) => onChange(target.value as VerificationMethod)}
      options={verificationMethods.map((method) => ({
        value: method,
        label: t(`method.${method}`),
      }))}
    />
  )
}
