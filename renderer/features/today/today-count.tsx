import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useDay } from './use-day'

/** Beside the place in the navigation: how much of one's own is overdue, else how much is left today; nothing when nothing is. */
export function TodayCount({
  className,
  late,
}: {
  className?: string | undefined
  late?: string | undefined
}) {
  const { t } = useTranslation('today')
  const format = useFormat()
  useDay()
  const { data } = useRouteQuery('today.counts', { whose: 'mine' }, { keepPrevious: true })
  if (!data) return null
  const isLate = data.overdue > 0
  const count = isLate ? data.overdue : data.today
  if (count === 0) return null
  return (
    <span
      className={[className, isLate && late].filter(Boolean).join(' ')}
      title={t(isLate ? 'count.overdue' : 'count.today', { count })}
    >
      {format.count(count)}
    </span>
  )
}
