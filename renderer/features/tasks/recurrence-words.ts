import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { recurrenceParts } from '@shared/features/tasks/recurrence.rules'
import type { Recurrence } from '@shared/features/tasks/recurrence.schema'
import { useFormat } from '@renderer/lib/format'

/** A recurrence as one sentence: 每周一、三，共 10 次 / every 2 weeks on Fri, 10 times. */
export function useRecurrenceWords(): (recurrence: Recurrence, start: string) => string {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  return useCallback(
    (recurrence, start) => {
      const parts = recurrenceParts(recurrence, start)
      const { freq, interval, weekdays, monthDay, month, end, skipDaysOff } = parts
      const days = weekdays.map((day) => t(`weekday.${day}`)).join(t('repeat.and'))
      const day = monthDay === -1 ? t('repeat.lastDay') : t('repeat.day', { day: monthDay })
      const each = interval === 1 ? 'each' : 'every'
      const main = t(`repeat.${each}.${freq}`, {
        ...{ interval, days, day },
        month: month === null ? '' : t(`month.${month}`),
      })
      const limit = {
        never: '',
        count: t('repeat.count', { count: end.kind === 'count' ? end.count : 0 }),
        until: t('repeat.until', { date: end.kind === 'until' ? format.isoDate(end.date) : '' }),
      }[end.kind]
      return `${main}${limit}${skipDaysOff ? t('repeat.workdays') : ''}`
    },
    [t, format],
  )
}
