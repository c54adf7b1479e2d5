import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A length of time by its largest two units, whole minutes at least: 45 分钟 · 3 小时 · 2 天 4 小时. */
export function useSpanWords(): (ms: number) => string {
  const { t } = useTranslation('common')
  return useCallback(
    (ms) => {
      const days = Math.floor(ms / day)
      const hours = Math.floor((ms % day) / hour)
      if (days > 0) {
        const whole = t('common:span.day', { count: days })
        return hours === 0 ? whole : `${whole} ${t('common:span.hour', { count: hours })}`
      }
      if (hours > 0) return t('common:span.hour', { count: hours })
      return t('common:span.minute', { count: Math.max(1, Math.floor(ms / minute)) })
    },
    [t],
  )
}
