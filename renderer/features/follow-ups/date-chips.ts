import { addDays, addMonthsTo, instantOf, weekdayOf } from '@shared/core/days/day-arithmetic'
import { toIsoDate } from '@shared/core/dates'

export const dateChipKeys = [
  'tomorrow',
  'day-after',
  'friday',
  'next-monday',
  'two-weeks',
  'one-month',
] as const
export type DateChipKey = (typeof dateChipKeys)[number]
/** `at`: local midnight, since only the day is said. */
export type DateChip = { key: DateChipKey; at: number }

const friday = 5
const monday = 1

/**
 * The one-press dates of the composer (R070), whole days. A chip that falls on the day of an earlier one is left out: on a Thursday
 * 周五 is 明天.
 */
export function listDateChips(now: number): DateChip[] {
  const today = toIsoDate(now)
  const seen = new Set<string>()
  return dateChipKeys.flatMap((key) => {
    const day = chipDay(key, today)
    if (seen.has(day)) return []
    seen.add(day)
    return [{ key, at: instantOf(day, 0) }]
  })
}

function chipDay(key: DateChipKey, today: string): string {
  if (key === 'tomorrow') return addDays(today, 1)
  if (key === 'day-after') return addDays(today, 2)
  if (key === 'friday') return addDays(today, daysUntil(friday, today))
  if (key === 'next-monday') return addDays(today, daysUntil(monday, today))
  if (key === 'two-weeks') return addDays(today, 14)
  return addMonthsTo(today, 1)
}

/** 1–7: a Friday asked for on a Friday is the next one. */
function daysUntil(weekday: number, today: string): number {
  return ((weekday - weekdayOf(today) + 6) % 7) + 1
}
