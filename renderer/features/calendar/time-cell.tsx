import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import { useFormat } from '@renderer/lib/format'
import type { CalendarActions } from './calendar-actions'
import { changeCalendar, today } from './calendar-store'
import { ItemChip } from './item-chip'
import { clockOf, keyOf } from './item-words'
import styles from './time-grid.module.css'
import type { Drag } from './use-move'

/** More in one hour of a week would push the others out of sight; the day shows them all. */
const mostInWeek = 4

/** One hour of a day, or the whole day; what is dropped here begins in that hour and keeps its minutes. */
export function TimeCell({
  date,
  hour,
  items,
  total,
  unread = 0,
  isWeek,
  isFree,
  chosen,
  drag,
  actions,
}: {
  date: string
  /** Null for the whole day. */
  hour: number | null
  items: CalendarItem[]
  /** Of the whole day, for screen readers; 0 in an hour. */
  total: number
  /** How many of the day were not asked for: said at its head, for hours below may look empty. */
  unread?: number
  isWeek: boolean
  isFree: boolean
  chosen: string
  drag: Drag
  actions: CalendarActions
}) {
  const { t } = useTranslation('calendar')
  const format = useFormat()
  const shown = isWeek && items.length > mostInWeek ? items.slice(0, mostInWeek - 1) : items
  const left = items.length - shown.length + unread
  const more = t('more', { count: left, shown: format.count(left) })
  const isChosen = date === chosen
  const isHead = hour === null
  const classes = [styles.cell, isFree && styles.free, isChosen && isWeek && styles.chosen]
  const name = isHead
    ? [format.isoDate(date), t('allDay'), t('count', { count: total })]
    : [format.isoDate(date), clockOf(hour * 60)]
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      {...(isHead ? { 'data-date': date, tabIndex: isChosen ? 0 : -1 } : {})}
      data-cell={`${date} ${hour ?? ''}`}
      aria-selected={isChosen}
      aria-current={isHead && date === today() ? 'date' : undefined}
      aria-label={name.join(' ')}
      onClick={() => changeCalendar({ date })}
      onDoubleClick={() => actions.create?.(date, hour === null ? null : hour * 60)}
      {...drag.to(`${date} ${hour ?? ''}`, ({ minutes }) => ({
        date,
        minutes: hour === null ? null : hour * 60 + ((minutes ?? 0) % 60),
      }))}
    >
      {shown.map((item) => (
        <ItemChip key={keyOf(item, date)} {...{ item, date, drag, actions }} reachable={isChosen} />
      ))}
      {left > 0 && !isWeek && <span className={styles.more}>{more}</span>}
      {left > 0 && isWeek && (
        <button
          type="button"
          className={styles.more}
          tabIndex={isChosen ? 0 : -1}
          onClick={() => changeCalendar({ view: 'day', date })}
        >
          {more}
        </button>
      )}
    </div>
  )
}
