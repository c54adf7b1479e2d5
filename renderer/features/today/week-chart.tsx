import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import { weekdayOf } from '@shared/core/days/day-arithmetic'
import type { ItemRef, TodayCounts } from '@shared/features/today/today.schema'
import { RailCard } from '@renderer/components/rail-card'
import { useFormat } from '@renderer/lib/format'
import { midnightOf } from '@shared/features/today/today.rules'
import { dropTarget } from './drag'
import styles from './week-chart.module.css'

/** Height of the fullest day, in CSS pixels. */
const chartHeight = 84

/** 本周安排: what is open and what was done on each day of this week. A row that is dropped on a day goes to it. */
export function WeekChart({
  days,
  onDrop,
}: {
  days: TodayCounts['days']
  onDrop: (ref: ItemRef, date: string) => void
}) {
  const { t } = useTranslation('today')
  const most = Math.max(1, ...days.map(({ open, done }) => open + done))
  return (
    <RailCard title={t('week.title')} note={t('week.note')}>
      <ol className={styles.chart}>
        {days.map((day) => (
          <Day key={day.date} day={day} most={most} onDrop={(ref) => onDrop(ref, day.date)} />
        ))}
      </ol>
    </RailCard>
  )
}

function Day({
  day: { date, open, done },
  most,
  onDrop,
}: {
  day: TodayCounts['days'][number]
  most: number
  onDrop: (ref: ItemRef) => void
}) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const [isOver, setOver] = useState(false)
  const today = toIsoDate(systemClock())
  // What is past cannot be planned any more.
  const takes = date >= today
  const height = (count: number) => Math.round((chartHeight * count) / most)
  const words = t('week.day', {
    ...{ day: format.day(midnightOf(date)), open: format.count(open), done: format.count(done) },
  })
  const classes = [
    styles.day,
    date === today && styles.today,
    date < today && styles.past,
    isOver && styles.over,
  ]
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      title={words}
      aria-label={words}
      data-date={date}
      {...(takes ? dropTarget(onDrop, setOver) : {})}
    >
      <span className={styles.bar} style={{ height: chartHeight }}>
        <span
          className={styles.open}
          style={{ height: Math.max(height(open), open + done > 0 ? 0 : 2) }}
        />
        <span className={styles.done} style={{ height: height(done) }} />
      </span>
      <span className={styles.name} aria-hidden>
        {t(`week.short.${weekdayOf(date)}`)}
      </span>
    </li>
  )
}
