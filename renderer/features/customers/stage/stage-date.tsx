import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'

/** The day on which a stage was reached; empty for today. Tomorrow cannot be chosen. */
export function StageDate({
  at,
  onChange,
}: {
  /** Epoch ms; null for now. */
  at: number | null
  onChange: (at: number | null) => void
}) {
  const { t } = useTranslation('customers')
  const today = dayjs()
  return (
    <FormField label={t('stageDialog.date')}>
      {({ id }) => (
        <DatePicker
          id={id}
          value={at === null ? null : dayjs(at)}
          placeholder={t('stageDialog.today')}
          maxDate={today}
          onChange={(day) =>
            onChange(day === null || day.isSame(today, 'day') ? null : day.startOf('day').valueOf())
          }
        />
      )}
    </FormField>
  )
}
