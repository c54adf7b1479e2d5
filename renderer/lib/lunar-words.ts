import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { toIsoDate } from '@shared/core/dates'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { nextLunarBirthday } from '@shared/core/lunar/lunar-birthday'
import { fromLunarKey } from '@shared/core/lunar/lunar-key'
import { useFormat } from './format'

/** A lunar birthday with the day on which it is kept next: 农历八月十五（今年 9月25日）. */
export function useLunarWords(): (key: string) => string {
  const { t } = useTranslation('common')
  const format = useFormat()
  return useMemo(
    () => (key) => {
      const lunar = fromLunarKey(key)
      const day = format.lunarDay(key)
      const today = toIsoDate(systemClock())
      const next = lunar && nextLunarBirthday(lunar.month, lunar.day, lunar.isLeap, today)
      if (!next) return day
      const year = next.slice(0, 4) === today.slice(0, 4) ? 'thisYear' : 'nextYear'
      const date = format.dayOfYear(instantOf(next, 720))
      return t('lunar.next', { day, when: t(`lunar.${year}`, { date }) })
    },
    [t, format],
  )
}
