import { startOfDay, toIsoDate } from '@shared/core/dates'

export const dateChipKeys = [
  'tomorrow',
  'day-after',
  'friday',
  'next-monday',
  'two-weeks',
  'one-month',
] as const
export type DateChipKey = (typeof dateChipKeys)[number]
export type DateChip = { key: DateChipKey; at: number }

/** Follow-ups are planned for the start of a working day. */
const hour = 9
const friday = 5
const monday = 1

/**
 * The one-press dates of the composer (R070), 09:00 local time. A chip that falls on the day of an earlier
 * one is left out: on a Thursday 周五 is 明天.
 */
export function listDateChips(now: number): DateChip[] {
  const seen = new Set<string>()
  return dateChipKeys.flatMap((key) => {
    const at = chipInstant(key, now)
    const day = toIsoDate(at)
    if (seen.has(day)) return []
    seen.add(day)
    return [{ key, at }]
  })
}

function chipInstant(key: DateChipKey, now: number): number {
  if (key === 'tomorrow') return addDays(now, 1)
  if (key === 'day-after') return addDays(now, 2)
  if (key === 'friday') return addDays(now, daysUntil(friday, now))
  if (key === 'next-monday') return addDays(now, daysUntil(monday, now))
  if (key === 'two-weeks') return addDays(now, 14)
  return addOneMonth(now)
}

function addDays(now: number, days: number): number {
  const date = new Date(startOfDay(now))
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime()
}

/** 1–7: a Friday asked for on a Friday is the next one. */
function daysUntil(weekday: number, now: number): number {
  return ((weekday - new Date(now).getDay() + 6) % 7) + 1
}

/** 31 January + one month is the last day of February. */
function addOneMonth(now: number): number {
  const date = new Date(now)
  const lastDay = new Date(date.getFullYear(), date.getMonth() + 2, 0).getDate()
  return new Date(
    date.getFullYear(),
    date.getMonth() + 1,
    Math.min(date.getDate(), lastDay),
    hour,
  ).getTime()
}
