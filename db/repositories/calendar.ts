import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { datesBetween, inDayOrder, midnightsOf } from '@shared/features/calendar/calendar.rules'
import type { CalendarKind } from '@shared/features/calendar/calendar.schema'
import { viewerOf } from '../access'
import type { Asked, DayPart } from '../calendar/asked'
import { birthdaysByDay } from '../calendar/birthdays'
import { stepsByDay } from '../calendar/steps'
import { tasksByDay } from '../calendar/tasks'
import type { ReadContext } from '../context'

const sources: Record<CalendarKind, (asked: Asked) => DayPart[]> = {
  task: tasksByDay,
  'next-step': stepsByDay,
  birthday: birthdaysByDay,
}

/**
 * What there is on each day that the person may know of: tasks, open next steps, birthdays (R072, R074). Of a fuller day than was asked
 * for only the first items come, with the number of all.
 */
export function listCalendar(
  context: ReadContext,
  { from, to, mine, kinds, perDay }: RouteParsedInput<'calendar.list'>,
): RouteOutput<'calendar.list'> {
  const dates = datesBetween(from, to)
  const viewer = viewerOf(context.read, context)
  const asked = { context, viewer, dates, midnights: midnightsOf(dates), mine, perDay }
  const parts = [...new Set(kinds)].map((kind) => sources[kind](asked))
  const days = dates.map((date, index) => {
    const ofDay = parts.flatMap((part) => part[index] ?? [])
    return {
      date,
      items: ofDay
        .flatMap(({ items }) => items)
        .sort(inDayOrder)
        .slice(0, perDay),
      total: ofDay.reduce((sum, { total }) => sum + total, 0),
    }
  })
  return { days: days.filter(({ total }) => total > 0) }
}
