import { useTranslation } from 'react-i18next'
import type { CalendarDay } from '@shared/features/calendar/calendar.schema'
import type { CalendarActions } from './calendar-actions'
import { changeCalendar } from './calendar-store'
import { MonthCell } from './month-cell'
import styles from './month-grid.module.css'
import { weeksOf } from './range.rules'
import { useCellCapacity } from './use-cell-capacity'
import type { DayMark } from './use-day-marks'
import type { Drag } from './use-move'

/** What every grid of days gets. */
export type GridProps = {
  dates: readonly string[]
  chosen: string
  days: ReadonlyMap<string, CalendarDay>
  marks: (date: string) => DayMark
  drag: Drag
  actions: CalendarActions
}

/** A month as weeks from Monday to Sunday; each day shows as many things as fit. */
export function MonthGrid({ dates, chosen, days, marks, drag, actions }: GridProps) {
  const { t } = useTranslation('calendar')
  const weeks = weeksOf(dates)
  const { ref, capacity } = useCellCapacity(weeks.length)
  return (
    <div className={styles.month} role="grid" aria-label={t('grid')} data-region>
      <div className={styles.weekdays} role="row">
        {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
          <div key={weekday} role="columnheader" className={styles.weekday}>
            {t(`weekday.${weekday}`)}
          </div>
        ))}
      </div>
      <div
        ref={ref}
        className={styles.weeks}
        style={{ gridTemplateRows: `repeat(${weeks.length}, minmax(72px, 1fr))` }}
      >
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={styles.week}>
            {week.map((date) => (
              <MonthCell
                key={date}
                {...{ date, drag, actions, capacity }}
                day={days.get(date)}
                mark={marks(date)}
                isChosen={date === chosen}
                isOutside={date.slice(0, 7) !== chosen.slice(0, 7)}
                onMore={() => changeCalendar({ view: 'day', date })}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
