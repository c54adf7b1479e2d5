import { beginCalendar, readCalendar } from '@db/repositories/task-calendar'
import { compareCalendar, importCalendar } from '@db/workflows/import-calendar'
import { systemClock } from '@shared/core/clock'
import { calendarEntry } from '@shared/features/tasks/calendar-file.schema'
import { writeEntry } from '@shared/features/tasks/calendar-writer.rules'
import { z } from 'zod'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

type CalendarOperation = Extract<keyof DataOperations, `calendar.${string}`>

const entriesOf = z.array(calendarEntry)

/** Calendar files out of the book and into it, by the rights of the person who is signed in. */
export function calendarOperations(
  session: Pick<BookSession, 'current' | 'command'>,
): Pick<OperationHandlers<DataOperations, RowPort>, CalendarOperation> {
  const context = () => {
    const { book, session: caller, fields } = session.current()
    return { read: book.read, session: caller, clock: systemClock, fields }
  }
  return {
    'calendar.begin': (selection) => beginCalendar(context(), selection),
    'calendar.read'(slice) {
      const entries = readCalendar(context(), slice)
      const now = systemClock()
      return {
        text: entries.map((entry) => writeEntry(entry, now)).join(''),
        entries: entries.length,
      }
    },
    'calendar.compare': ({ entries }) => compareCalendar(context(), entriesOf.parse(entries)),
    'calendar.write'({ entries, withPast }) {
      const parsed = entriesOf.parse(entries)
      return session.command('tasks.importCalendar', true, (write) =>
        importCalendar(write, { entries: parsed, withPast }),
      ).result
    },
  }
}
