import { Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { weekdayOf } from '@shared/core/days/day-arithmetic'
import type { CalendarDay, CalendarItem } from '@shared/features/calendar/calendar.schema'
import { clockOf } from './item-words'
import { DayHead } from './day-head'
import type { GridProps } from './month-grid'
import { TimeCell } from './time-cell'
import styles from './time-grid.module.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)
/** Where the view begins when it opens. */
const firstHour = 8

/** Things of a day that were counted and not read. */
const unreadOf = (day: CalendarDay | undefined) => (day ? day.total - day.items.length : 0)

/** A week or a day by hours; a row is as high as what lies in it, so that nothing covers anything. */
export function TimeGrid({ dates, chosen, days, marks, drag, actions }: GridProps) {
  const { t } = useTranslation('calendar')
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = scroll.current?.querySelector<HTMLElement>(`[data-hour="${firstHour}"]`)
    const head = scroll.current?.querySelector<HTMLElement>('[data-head]')
    if (row && scroll.current) scroll.current.scrollTop = row.offsetTop - (head?.offsetHeight ?? 0)
  }, [dates.length])
  const isWeek = dates.length > 1
  const inHour = (date: string, of: (item: CalendarItem) => boolean) => {
    const items = days.get(date)?.items.filter(of) ?? []
    return { date, items }
  }
  const common = { isWeek, chosen, drag, actions }
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      role="grid"
      aria-label={t('grid')}
      data-region
      tabIndex={-1}
    >
      <div
        className={styles.grid}
        style={{ gridTemplateColumns: `56px repeat(${dates.length}, minmax(0, 1fr))` }}
      >
        <div role="rowgroup" className={styles.top} data-head>
          <div role="row" className={styles.row}>
            <span className={styles.corner} />
            {dates.map((date) => (
              <div key={date} role="columnheader" className={styles.head}>
                <span className={styles.weekday}>{t(`weekday.${weekdayOf(date)}`)}</span>
                <DayHead date={date} mark={marks(date)} />
              </div>
            ))}
          </div>
          <div role="row" className={styles.row}>
            <span role="rowheader" className={styles.hour}>
              {t('allDay')}
            </span>
            {dates.map((date) => (
              <TimeCell
                key={date}
                {...common}
                {...inHour(date, ({ minutes }) => minutes === null)}
                hour={null}
                total={days.get(date)?.total ?? 0}
                unread={unreadOf(days.get(date))}
                isFree={marks(date).isFree}
              />
            ))}
          </div>
        </div>
        {hours.map((hour) => (
          <Fragment key={hour}>
            <div role="row" className={styles.row}>
              <span role="rowheader" className={styles.hour} data-hour={hour}>
                {clockOf(hour * 60)}
              </span>
              {dates.map((date) => (
                <TimeCell
                  key={date}
                  {...common}
                  {...inHour(
                    date,
                    ({ minutes }) => minutes !== null && Math.floor(minutes / 60) === hour,
                  )}
                  hour={hour}
                  total={0}
                  isFree={marks(date).isFree}
                />
              ))}
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  )
}
