import { Button, DatePicker, Popover } from 'antd'
import dayjs from 'dayjs'
import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { midnightOf, snoozeDates } from '@shared/features/today/today.rules'
import { useFormat } from '@renderer/lib/format'
import styles from './snooze-menu.module.css'

/** 延后 with its menu: tomorrow, next Monday, or any day (R070). */
export function SnoozeMenu({
  open,
  onOpenChange,
  onPick,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** @param date YYYY-MM-DD */
  onPick: (date: string) => void
}) {
  const { t } = useTranslation('today')
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<Choices onPick={onPick} onClose={() => onOpenChange(false)} />}
    >
      <Button size="small" icon={<Clock size={14} strokeWidth={1.6} aria-hidden />}>
        {t('row.snooze')}
      </Button>
    </Popover>
  )
}

function Choices({ onPick, onClose }: { onPick: (date: string) => void; onClose: () => void }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const now = systemClock()
  const dates = snoozeDates(now)
  return (
    <div
      className={styles.choices}
      role="dialog"
      aria-label={t('snooze.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {(['tomorrow', 'nextMonday'] as const).map((name, index) => (
        <button
          key={name}
          type="button"
          autoFocus={index === 0}
          className={styles.choice}
          onClick={() => onPick(dates[name])}
        >
          <span>{t(`snooze.${name}`)}</span>
          <span className={styles.date}>{format.shortDate(midnightOf(dates[name]))}</span>
        </button>
      ))}
      <DatePicker
        className={styles.picker ?? ''}
        aria-label={t('snooze.pick')}
        placeholder={t('snooze.pick')}
        minDate={dayjs(now).add(1, 'day').startOf('day')}
        onChange={(day) => {
          if (day) onPick(day.format('YYYY-MM-DD'))
        }}
      />
    </div>
  )
}
