import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { CalendarPlus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '@shared/core/dates'
import { useFormat } from '@renderer/lib/format'
import { listDateChips } from './date-chips'
import styles from './next-date-field.module.css'

/** When to come back: chips for the usual dates, a picker for any other, and the chosen one with its cross. */
export function NextDateField({
  value,
  now,
  onChange,
}: {
  value: number | null
  now: number
  onChange: (at: number | null) => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const [picking, setPicking] = useState(false)

  return (
    <div className={styles.field} role="group" aria-label={t('composer.next')}>
      {value !== null && (
        <div className={styles.line}>
          <span className={styles.chosen}>
            <span title={format.full(value)}>{format.day(value)}</span>
            <span className={styles.distance}>
              {t('composer.inDays', { count: daysBetween(now, value) })}
            </span>
            <button
              type="button"
              className={styles.drop}
              aria-label={t('composer.dropNext')}
              onClick={() => onChange(null)}
            >
              <X size={13} strokeWidth={1.6} aria-hidden />
            </button>
          </span>
        </div>
      )}
      <div className={styles.line}>
        {listDateChips(now).map(({ key, at }) => (
          <button
            key={key}
            type="button"
            className={styles.chip}
            aria-pressed={at === value}
            title={format.full(at)}
            onClick={() => onChange(at === value ? null : at)}
          >
            {t(`chip.${key}`)}
          </button>
        ))}
        {picking ? (
          <DatePicker
            size="small"
            autoFocus
            defaultOpen
            aria-label={t('composer.pick')}
            placeholder={t('composer.pick')}
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            value={value === null ? null : dayjs(value)}
            minDate={dayjs(now).startOf('day')}
            onOpenChange={(open) => {
              if (!open) setPicking(false)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.stopPropagation()
            }}
            onChange={(next) => {
              if (next) onChange(next.valueOf())
            }}
          />
        ) : (
          <button type="button" className={styles.chip} onClick={() => setPicking(true)}>
            <CalendarPlus size={13} strokeWidth={1.6} aria-hidden />
            {t('composer.pick')}
          </button>
        )}
      </div>
    </div>
  )
}
