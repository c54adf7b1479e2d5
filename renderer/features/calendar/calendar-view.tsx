import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { shownPerDay } from '@shared/features/calendar/calendar.schema'
import { ErrorState } from '@renderer/components/error-state'
import { useRouteQuery } from '@renderer/lib/client'
import type { CalendarActions } from './calendar-actions'
import { CalendarBar } from './calendar-bar'
import { today, useCalendarStore } from './calendar-store'
import styles from './calendar-view.module.css'
import { MonthGrid } from './month-grid'
import { datesOf } from './range.rules'
import { TimeGrid } from './time-grid'
import { useCalendarKeys } from './use-calendar-keys'
import { useDayMarks } from './use-day-marks'
import { useDrag, useMove } from './use-move'

/** 日历: tasks, next steps and birthdays by month, week or day (R072, R074). */
export function CalendarView(props: Omit<CalendarActions, 'move'>) {
  const { t } = useTranslation('calendar')
  const { view, date, mine, kinds } = useCalendarStore()
  const chosen = date ?? today()
  const dates = useMemo(() => datesOf(view, chosen), [view, chosen])
  const range = { from: dates[0] ?? chosen, to: dates.at(-1) ?? chosen }
  const asked = { ...range, mine, kinds: [...kinds].sort(), perDay: shownPerDay[view] }
  const { data, error, refetch } = useRouteQuery('calendar.list', asked, { keepPrevious: true })
  const days = useMemo(() => new Map(data?.days.map((day) => [day.date, day])), [data])
  const marks = useDayMarks(dates)
  const move = useMove()
  const drag = useDrag(move)
  useCalendarKeys({ view, chosen, days, move })
  const grid = { dates, chosen, days, marks, drag, actions: { ...props, move } }
  const remark = kinds.length === 0 ? t('noKinds') : t(`empty.${view}`)
  return (
    <div className={styles.page}>
      <CalendarBar chosen={chosen} remark={data?.days.length === 0 ? remark : null} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : view === 'month' ? (
        <MonthGrid {...grid} />
      ) : (
        <TimeGrid {...grid} />
      )}
    </div>
  )
}
