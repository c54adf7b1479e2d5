import { listCalendar } from '@db/repositories/calendar'
import { moveStepTo, moveTaskTo } from '@db/workflows/calendar-moves'
import type { HandlersOf } from './types'

export const calendarHandlers = {
  'calendar.list': listCalendar,
  'calendar.moveTask': moveTaskTo,
  'calendar.moveStep': moveStepTo,
} satisfies HandlersOf<'calendar'>
