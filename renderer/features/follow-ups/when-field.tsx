import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '@shared/core/dates'
import { useFormat } from '@renderer/lib/format'

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
  const format = useFormat()
  const [open, setOpen] = useState(false)
  /** 今天 14:20 · 11月9日 周一 10:42 */
  const whenShown = (at: number) =>
    Math.abs(daysBetween(now, at)) <= 1 ? format.day(at) : format.planned(at)
  return (
    <DatePicker
      size="small"
      variant="borderless"
      aria-label={t('composer.when')}
      allowClear={false}
      showTime={{ format: 'HH:mm' }}
      format={[(at) => whenShown(at.valueOf()), 'YYYY-MM-DD HH:mm']}
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
