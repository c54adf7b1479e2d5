import type { TFunction } from 'i18next'
import { toIsoDate } from '@shared/core/dates'
import { instantOf } from '@shared/core/days/day-arithmetic'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'

const two = (value: number) => String(value).padStart(2, '0')

/** 09:30 */
export function clockOf(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** 15:00–16:00; null for the whole day. */
export function timeOf({ minutes, durationMinutes }: CalendarItem): string | null {
  if (minutes === null) return null
  if (durationMinutes === null) return clockOf(minutes)
  return `${clockOf(minutes)}–${clockOf((minutes + durationMinutes) % 1440)}`
}

/** What it is, in one line: 林知秋 · 带报价单. Words that one may not see are left out. */
export function lineOf(item: CalendarItem, t: TFunction): string {
  const { kind, title, type, customerName, age } = item
  const what = {
    task: title ?? t('calendar:kind.task'),
    'next-step':
      title ?? t(type === null ? 'calendar:kind.next-step' : `common:followUpType.${type}`),
    birthday: age === null ? t('calendar:kind.birthday') : t('calendar:turns', { count: age }),
  }[kind]
  const parts = kind === 'task' ? [what, customerName] : [customerName, what]
  return parts.filter(Boolean).join(' · ')
}

/** Late: of an earlier day and still open. Birthdays are never late. */
export function isLate(item: CalendarItem, date: string, now: number): boolean {
  if (item.done || item.ghost || item.kind === 'birthday') return false
  if (date !== toIsoDate(now)) return date < toIsoDate(now)
  return item.minutes !== null && instantOf(date, item.minutes) < now
}

/** The same thing on another day is another key; of one that repeats each day is its own. */
export function keyOf({ kind, id, ghost }: CalendarItem, date: string): string {
  return ghost ? `${kind}-${id}-${date}` : `${kind}-${id}`
}
