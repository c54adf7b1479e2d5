import { listCalendar, moveStep, moveTask } from '@db/repositories/calendar'
import type { HandlersOf } from './types'

export const calendarHandlers = {
  'calendar.list': listCalendar,
  'calendar.moveTask': moveTask,
  'calendar.moveStep': moveStep,
} satisfies HandlersOf<'calendar'>
