import { useTranslation } from 'react-i18next'
import { partsOf } from '@shared/core/days/day-arithmetic'
import styles from './day-head.module.css'
import { today } from './calendar-store'
import type { DayMark } from './use-day-marks'

/** The number of a day with its holiday or lunar day, and 休 or 班. */
export function DayHead({ date, mark }: { date: string; mark: DayMark }) {
  const { t } = useTranslation('calendar')
  const { month, day } = partsOf(date)
  const isToday = date === today()
  return (
    <div className={styles.head}>
      <span className={isToday ? styles.today : styles.number}>
        {day === 1 && !isToday ? t('firstOfMonth', { name: t(`month.${month}`) }) : day}
      </span>
      {mark.text !== null && <span className={styles.text}>{mark.text}</span>}
      {mark.kind !== null && (
        <span
          className={[styles.mark, styles[mark.kind], mark.estimated && styles.estimated]
            .filter(Boolean)
            .join(' ')}
          title={mark.estimated ? t('estimated') : undefined}
        >
          {t(`mark.${mark.kind}`)}
        </span>
      )}
    </div>
  )
}
