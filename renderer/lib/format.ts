import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { systemClock, type Clock } from '@shared/core/clock'
import { daysBetween, startOfDay } from '@shared/core/dates'
import { fromLunarKey } from '@shared/core/lunar/lunar-key'
import { lunarName } from '@shared/core/lunar/lunar-names'
import { createDateFormat } from './format-date'

export type Language = 'zh-CN' | 'en'
export type Due = { text: string; tone: 'overdue' | 'today' | 'later' }

/**
 * Everything that turns instants and numbers into the words of one language (UI section 2). Instants are epoch
 * milliseconds, shown in local time; an instant at local midnight is a date without a time.
 */
export function createFormat(t: TFunction, language: Language, clock: Clock = systemClock) {
  const dates = createDateFormat(language)
  const time = (at: number) => (at === startOfDay(at) ? '' : dates.time(at))
  const sameYear = (at: number) => new Date(at).getFullYear() === new Date(clock()).getFullYear()

  /** 今天 15:00 · 昨天 17:20 · 明天 09:30 · 11-20 周五 · 2025-11-20 / Today 15:00 · Fri 20 Nov · 20 Nov 2025. */
  function day(at: number): string {
    const near = { '0': 'today', '-1': 'yesterday', '1': 'tomorrow' }[daysBetween(clock(), at)]
    if (near) return [t(`common:date.${near}`), time(at)].filter(Boolean).join(' ')
    return sameYear(at) ? dates.dayAndWeekday(at) : dates.dayAndYear(at)
  }

  /** 11月9日 · 2024年8月21日 / 9 Nov · 21 Aug 2024, for running text. */
  function prose(at: number): string {
    return sameYear(at) ? dates.proseDay(at) : dates.proseDayAndYear(at)
  }

  /** 11月25日 周三 15:00 / Wed 25 Nov 15:00: a planned moment; one at local midnight is a whole day. */
  function planned(at: number): string {
    const day = sameYear(at) ? dates.proseDayAndWeekday(at) : dates.proseDayAndYear(at)
    return [day, time(at)].filter(Boolean).join(' ')
  }

  /** A next step: 逾期 2 天, 今天 15:00, 11-20 周五, with the tone that goes with it. */
  function due(at: number): Due {
    const days = daysBetween(clock(), at)
    if (days < 0) return { text: t('common:date.overdue', { count: -days }), tone: 'overdue' }
    return { text: day(at), tone: days === 0 ? 'today' : 'later' }
  }

  /** 9 天前 / 9 days ago; today and yesterday by name. */
  function ago(at: number): string {
    const days = daysBetween(at, clock())
    if (days <= 0) return t('common:date.today')
    return days === 1 ? t('common:date.yesterday') : t('common:date.daysAgo', { count: days })
  }

  /** 还要约 40 秒 / about 40 s left: rounded to 5 s below a minute, to whole minutes above. */
  function timeLeft(ms: number): string {
    const seconds = Math.max(5, Math.round(ms / 5000) * 5)
    return seconds < 60
      ? t('common:job.secondsLeft', { count: seconds })
      : t('common:job.minutesLeft', { count: Math.round(ms / 60_000) })
  }

  /** 11-20 · 2025-11-20 / 20 Nov · 20 Nov 2025, for stamps. */
  function shortDate(at: number): string {
    return sameYear(at) ? dates.monthAndDay(at) : dates.dayAndYear(at)
  }

  /** A stored lunar day: 农历八月十五 / lunar 8-15, leap 6-5. */
  function lunarDay(key: string): string {
    const lunar = fromLunarKey(key)
    if (!lunar) return key
    const { month, day: dayOfMonth, isLeap } = lunar
    const name = language === 'en' ? `${month}-${dayOfMonth}` : lunarName(lunar)
    return t(`common:lunar.${isLeap ? 'leapDay' : 'day'}`, { name })
  }

  return {
    day,
    lunarDay,
    shortDate,
    prose,
    planned,
    due,
    ago,
    timeLeft,
    /** Whole date and time, for tooltips: 2026年11月20日 周五 15:00 / Fri 20 Nov 2026, 15:00. */
    full: dates.full,
    /** 15:00 */
    time: dates.time,
    /** 9日 10:42 / 9 Nov 10:42: the margin of a timeline under its month. */
    dayInMonth: (at: number) => [dates.dayInMonth(at), time(at)].filter(Boolean).join(' '),
    /** 2026年11月 / November 2026 */
    month: dates.month,
    /** 9月25日 / 25 Sep, of whichever year. */
    dayOfYear: dates.proseDay,
    /** 2024-08 / Aug 2024 */
    yearMonth: dates.yearMonth,
    /** A calendar date `YYYY-MM-DD`: 2024年8月21日 / 21 Aug 2024; anything else as it is. */
    isoDate: (value: string) => {
      const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
      if (!match) return value
      return dates.proseDayAndYear(
        new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime(),
      )
    },
    /** 1,284 */
    count: (value: number) => value.toLocaleString('en-US').replace('-', '−'),
    bytes,
  }
}

export type Format = ReturnType<typeof createFormat>

/** Formats in the language of the window. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation('common')
  const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
  return useMemo(() => createFormat(t, language), [t, language])
}

/** 640 B · 12.4 KB · 1.2 GB, in steps of 1,000 as the makers of disks count. */
function bytes(value: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let step = 0
  let amount = value
  while (amount >= 999.5 && step < units.length - 1) {
    amount /= 1000
    step += 1
  }
  const digits = step === 0 || amount >= 100 ? 0 : 1
  return `${amount.toFixed(digits)} ${units[step] ?? 'B'}`
}
