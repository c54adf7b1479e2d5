import { useTranslation } from 'react-i18next'
import { readClock } from '@shared/features/deadlines/deadlines.rules'
import { useFormat } from '@renderer/lib/format'
import styles from './deadlines.module.css'

/** 3 小时内更新资料, or by how much it is over; the moment itself stands in the tooltip. */
export function ClockText({ dueAt, now }: { dueAt: number; now: number }) {
  const { t } = useTranslation('deadlines')
  const format = useFormat()
  const { overdue, unit, count } = readClock(dueAt, now)
  return (
    <span className={overdue ? styles.over : styles.left} title={format.full(dueAt)}>
      {t(`${overdue ? 'over' : 'left'}.${unit}`, { count })}
    </span>
  )
}
