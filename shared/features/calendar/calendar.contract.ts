import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, rowId } from '@shared/core/schemas'
import { calendarDay, calendarMove, calendarRange } from './calendar.schema'

const base = { home: 'data' } as const
const moved = z.strictObject({
  id: rowId,
  /** Where it stands now. */
  at: instant,
})

export const calendarContract = {
  /** What there is to do from one day to another, both included; days without anything are left out (R072). */
  'calendar.list': query({
    ...base,
    permission: 'tasks.read',
    input: calendarRange,
    output: z.strictObject({ days: z.array(calendarDay) }),
  }),
  'calendar.moveTask': command({
    ...base,
    permission: 'tasks.write',
    input: calendarMove,
    output: moved,
    invalidates: ['tasks', 'history'],
    undoable: true,
  }),
  'calendar.moveStep': command({
    ...base,
    permission: 'follow-ups.write',
    input: calendarMove,
    output: moved,
    invalidates: ['follow-ups', 'customers', 'history'],
    undoable: true,
  }),
} as const
