import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { festivalOf } from '@shared/core/days/holiday'
import { weekdayOf } from '@shared/core/days/day-arithmetic'
import { toLunar } from '@shared/core/lunar/lunar'
import { lunarDayName, lunarName } from '@shared/core/lunar/lunar-names'
import type { ListedHoliday } from '@shared/features/holidays/holidays.schema'
import { useRouteQuery } from '@renderer/lib/client'

/** What stands beside the number of a day. */
export type DayMark = {
  /** Name of the holiday, or the lunar day. */
  text: string | null
  /** 休 or 班. */
  kind: 'off' | 'work' | null
  estimated: boolean
  /** Free: a holiday, or a weekend that is not worked. */
  isFree: boolean
}

/** Holidays, worked weekends and, in Chinese, lunar days (D5). */
export function useDayMarks(dates: readonly string[]): (date: string) => DayMark {
  const { t, i18n } = useTranslation('calendar')
  const years = [dates[0], dates.at(-1)].map((date) => Number(date?.slice(0, 4)))
  const first = useRouteQuery('holidays.list', { year: years[0] ?? 0 }).data
  const last = useRouteQuery('holidays.list', { year: years[1] ?? 0 }).data
  const isChinese = i18n.resolvedLanguage !== 'en'
  return useMemo(() => {
    const listed = [...(first?.days ?? []), ...(last?.days ?? [])]
    const holidays = new Map(listed.map((day) => [day.date, day]))
    const nameOf = ({ name }: ListedHoliday) => {
      const festival = isChinese ? null : festivalOf(name)
      return festival === null ? name : t(`festival.${festival}`)
    }
    return (date) => {
      const holiday = holidays.get(date)
      const weekday = weekdayOf(date)
      const isWeekend = weekday === 0 || weekday === 6
      return {
        text:
          holiday && (holiday.kind === 'off' || !isChinese)
            ? nameOf(holiday)
            : isChinese
              ? lunarText(date)
              : null,
        kind: holiday?.kind ?? null,
        estimated: holiday?.origin === 'estimated',
        isFree: holiday ? holiday.kind === 'off' : isWeekend,
      }
    }
  }, [first, last, isChinese, t])
}

/** 初一 is said with its month. */
function lunarText(date: string): string | null {
  const lunar = toLunar(date)
  if (!lunar) return null
  return lunar.day === 1 ? lunarName(lunar).slice(0, -2) : lunarDayName(lunar.day)
}
