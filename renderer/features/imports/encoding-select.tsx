import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { encodings, type Encoding } from '@shared/features/imports/imports.schema'

/** The encoding in which the file is read; another choice reads it again. */
export function EncodingSelect({
  value,
  disabled = false,
  onChange,
}: {
  value: Encoding | null
  disabled?: boolean
  onChange: (encoding: Encoding) => void
}) {
  const { t } = useTranslation('imports')
  return (
    <Select
      size="small"
      value={value}
      disabled={disabled}
      onChange={(encoding) => {
        if (encoding !== null) onChange(encoding)
      }}
      placeholder={t('encoding.choose')}
      aria-label={t('encoding.label')}
      popupMatchSelectWidth={false}
      options={encodings.map((encoding) => ({ value: encoding, label: t(`encoding.${encoding}`) }))}
    />
  )
}
