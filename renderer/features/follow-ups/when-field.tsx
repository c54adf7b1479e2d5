import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** When it happened: not later than today. While its calendar is open, Esc closes that alone. */
export function WhenField({
  value,
  now,
  onChange,
}: {
  value: number
  now: number
  onChange: (at: number) => void
}) {
  const { t } = useTranslation('follow-ups')
  const [open, setOpen] = useState(false)
  return (
    <DatePicker
      size="small"
      variant="borderless"
      aria-label={t('composer.when')}
      allowClear={false}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={dayjs(value)}
      maxDate={dayjs(now).endOf('day')}
      open={open}
      onOpenChange={setOpen}
      onKeyDown={(event) => {
        if (open && event.key === 'Escape') event.stopPropagation()
      }}
      onChange={(next) => next && onChange(next.valueOf())}
    />
  )
}
