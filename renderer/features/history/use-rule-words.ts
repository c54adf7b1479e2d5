import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { fromRRule } from '@shared/features/tasks/rrule-text.rules'
import { useFormat } from '@renderer/lib/format'

/**
 * A stored recurrence in words: 每周 · 周一、三，共 10 次. What it leaves to its first date is not said, as the history does not know
 * that date; a rule that this program cannot read stays as it is.
 */
export function useRuleWords(): (rule: string) => string {
  const { t } = useTranslation(['history', 'tasks'])
  const format = useFormat()
  return useCallback(
    (rule) => {
      const recurrence = fromRRule(rule)
      if (!recurrence) return rule
      const { freq, interval, byWeekday, byMonthDay, end, skipDaysOff } = recurrence
      const each = interval === 1 ? 'each' : 'every'
      const days = (byWeekday ?? []).map((day) => t(`tasks:weekday.${day}`))
      const parts = [
        t(`history:value.repeat.${each}.${freq}`, { count: interval }),
        days.length > 0 && t('history:value.repeat.on', { days: days.join(t('tasks:repeat.and')) }),
        byMonthDay === -1 && t('tasks:repeat.lastDay'),
        byMonthDay !== undefined && byMonthDay > 0 && t('tasks:repeat.day', { day: byMonthDay }),
      ]
      const limit = {
        never: '',
        count: t('tasks:repeat.count', { count: end.kind === 'count' ? end.count : 0 }),
        until: t('tasks:repeat.until', {
          date: end.kind === 'until' ? format.isoDate(end.date) : '',
        }),
      }[end.kind]
      const main = parts.filter(Boolean).join(t('history:value.repeat.join'))
      return `${main}${limit}${skipDaysOff ? t('tasks:repeat.workdays') : ''}`
    },
    [t, format],
  )
}
