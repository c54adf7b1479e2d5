import { toIsoDate } from '@shared/core/dates'
import { addDays, instantOf } from '@shared/core/days/day-arithmetic'

const minuteMs = 60_000
const before = { onTime: 0, minutes10: 10, minutes30: 30, hour: 60 } as const
export type ReminderKey = keyof typeof before | 'morning' | 'eve'

/** When one can be told of a task: shortly before its time, in the morning of its day, or on the evening before. */
export function reminderChoices(
  dueAt: number,
  allDay: boolean,
): { key: ReminderKey; at: number }[] {
  const day = toIsoDate(dueAt)
  const morning = { key: 'morning' as const, at: instantOf(day, 9 * 60) }
  const eve = { key: 'eve' as const, at: instantOf(addDays(day, -1), 18 * 60) }
  if (allDay) return [morning, eve]
  const keys = Object.keys(before) as (keyof typeof before)[]
  return [...keys.map((key) => ({ key, at: dueAt - before[key] * minuteMs })), eve]
}
