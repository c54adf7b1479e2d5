import { useTranslation } from 'react-i18next'
import { readClock } from '@shared/features/deadlines/deadlines.rules'
import { useFormat } from '@renderer/lib/format'
import styles from './deadlines.module.css'

/**
 * 3 小时内更新资料, or by how much it is over; the moment itself stands in the tooltip.
 * @param brief only 还剩 3 小时, where a title says already what is to be done
 */
export function ClockText({
  dueAt,
  now,
  brief = false,
}: {
  dueAt: number
  now: number
  brief?: boolean
}) {
  const { t } = useTranslation('deadlines')
  const format = useFormat()
  const { overdue, unit, count } = readClock(dueAt, now)
  return (
    <span className={overdue ? styles.over : styles.left} title={format.full(dueAt)}>
      {brief
        ? t(`brief.${overdue ? 'over' : 'left'}.${unit}`, { count })
        : t(`${overdue ? 'over' : 'left'}.${unit}`, { count })}
    </span>
  )
}
