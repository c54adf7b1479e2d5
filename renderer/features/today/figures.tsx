import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { daysBetween } from '@shared/core/dates'
import { weekdayOf } from '@shared/core/days/day-arithmetic'
import type { TodayGroup } from '@shared/features/today/today.enums'
import type { TodayCounts } from '@shared/features/today/today.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './figures.module.css'
import { useBoardStore } from './today-store'

/** A figure that comes from elsewhere, such as who should be visited and is not planned. */
export type ForeignFigure = { label: string; count: number; note: string; onOpen: () => void }

/** The figures over the board; each shows its group alone when it is pressed, and all again when pressed once more. */
export function Figures({ counts, extra }: { counts: TodayCounts; extra: ForeignFigure | null }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const only = useBoardStore((state) => state.group)
  const { overdue, oldestAt, today, doneToday, week, waiting } = counts
  const oldest = oldestAt === null ? 0 : daysBetween(oldestAt, systemClock())
  const figures: { group: TodayGroup; count: number; note: string }[] = [
    {
      ...{ group: 'overdue', count: overdue },
      note: overdue === 0 ? t('figure.noneOverdue') : t('figure.oldest', { count: oldest }),
    },
    { group: 'today', count: today, note: t('figure.doneToday', { count: doneToday }) },
    { group: 'week', count: week, note: fullestDay() },
    ...(extra === null || waiting > 0
      ? [{ group: 'waiting' as const, count: waiting, note: t('figure.waitingNote') }]
      : []),
  ]
  return (
    <div className={styles.figures} role="group" aria-label={t('figure.label')} data-region>
      {figures.map(({ group, count, note }) => (
        <button
          key={group}
          type="button"
          className={styles.figure}
          aria-pressed={only === group}
          onClick={() => useBoardStore.setState({ group: only === group ? null : group })}
        >
          <span className={styles.label}>{t(`figure.${group}`)}</span>
          <span
            className={`${styles.number} ${group === 'overdue' && count > 0 ? styles.late : ''}`}
          >
            {format.count(count)}
          </span>
          <span className={styles.note}>{note}</span>
        </button>
      ))}
      {extra && (
        <button type="button" className={styles.figure} onClick={extra.onOpen}>
          <span className={styles.label}>{extra.label}</span>
          <span className={styles.number}>{format.count(extra.count)}</span>
          <span className={styles.note}>{extra.note}</span>
        </button>
      )}
    </div>
  )

  /** Of the days to come of this week, the one with the most; nothing while there is none. */
  function fullestDay(): string {
    if (week === 0) return t('figure.noneWeek')
    const left = counts.days.filter(({ date }) => daysBetween(systemClock(), dayOf(date)) > 0)
    const [most] = left.toSorted((one, other) => other.open - one.open)
    return most ? t('figure.fullest', { day: t(`weekday.${weekdayOf(most.date)}`) }) : ''
  }
}

const dayOf = (date: string) => new Date(`${date}T12:00`).getTime()
