import { addDays, partsOf, weekdayOf } from '@shared/core/days/day-arithmetic'
import { ruleDates } from './recurrence-dates.rules'
import type { Recurrence } from './recurrence.schema'
import { toRRule } from './rrule-text.rules'

/**
 * The RRULE of what is still to come of a series, for other programs: it begins with the task that is due, says its weekday or day
 * of the month outright, and counts what is left. Days off are not left out there.
 * @param due day of the task, from which the file counts
 */
export function exportedRule(recurrence: Recurrence, start: string, due: string): string {
  const { freq, interval, end, byWeekday, byMonthDay } = recurrence
  return toRRule({
    ...{ freq, interval },
    ...(freq === 'weekly' && { byWeekday: byWeekday ?? [weekdayOf(start)] }),
    ...(freq === 'monthly' && { byMonthDay: byMonthDay ?? partsOf(start).day }),
    end: end.kind === 'count' ? { kind: 'count', count: countFrom(recurrence, start, due) } : end,
  })
}

/** How many occurrences there are from a day on, the task of that day included even where it was moved there. */
function countFrom(recurrence: Recurrence, start: string, due: string): number {
  let count = 1
  for (const _ of ruleDates(recurrence, start, addDays(due, 1))) count += 1
  return Math.min(count, 1000)
}
