import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CalendarDay } from '@shared/features/calendar/calendar.schema'
import { useFormat } from '@renderer/lib/format'
import type { CalendarActions } from './calendar-actions'
import { changeCalendar, today } from './calendar-store'
import { DayHead } from './day-head'
import { ItemChip } from './item-chip'
import { keyOf } from './item-words'
import styles from './month-grid.module.css'
import type { DayMark } from './use-day-marks'
import type { Drag } from './use-move'

/** One day of the month: a place to drop things, with 还有 12 项 where not all of them fit. */
export function MonthCell({
  date,
  day,
  mark,
  isChosen,
  isOutside,
  capacity,
  drag,
  actions,
  onMore,
}: {
  date: string
  day: CalendarDay | undefined
  mark: DayMark
  isChosen: boolean
  /** Of the month before or after. */
  isOutside: boolean
  /** How many lines fit. */
  capacity: number
  drag: Drag
  actions: CalendarActions
  onMore: () => void
}) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const { items, total } = day ?? { items: [], total: 0 }
  const shown = items.slice(0, total > capacity ? Math.max(0, capacity - 1) : capacity)
  const classes = [styles.cell, isOutside && styles.outside, mark.isFree && styles.free]
  const name = [format.isoDate(date), mark.text, mark.kind && t(`mark.${mark.kind}`)]
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      data-date={date}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      aria-current={date === today() ? 'date' : undefined}
      aria-label={[...name, t('count', { count: total })].filter(Boolean).join(' ')}
      onClick={() => changeCalendar({ date })}
      onDoubleClick={() => actions.create?.(date, null)}
      {...drag.to(date, () => ({ date }))}
    >
      <div className={styles.head}>
        <DayHead date={date} mark={mark} />
        {actions.create && (
          <button
            type="button"
            className={styles.add}
            tabIndex={isChosen ? 0 : -1}
            aria-label={t('newTask', { day: format.isoDate(date) })}
            onClick={() => actions.create?.(date, null)}
          >
            <Plus size={13} strokeWidth={1.6} aria-hidden />
          </button>
        )}
      </div>
      {shown.map((item) => (
        <ItemChip key={keyOf(item, date)} {...{ item, date, drag, actions }} reachable={isChosen} />
      ))}
      {total > shown.length && (
        <button type="button" className={styles.more} tabIndex={isChosen ? 0 : -1} onClick={onMore}>
          {t('more', { count: total - shown.length, shown: format.count(total - shown.length) })}
        </button>
      )}
    </div>
  )
}
