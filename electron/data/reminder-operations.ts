import {
  type DueReminder,
  findReminderState,
  listFallenDue,
  noteTold,
} from '@db/repositories/reminders'
import type { Book, WriteHandle } from '@db/handles'
import { systemClock } from '@shared/core/clock'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

/** Tells main what has fallen due for the person who is signed in, each thing once (R070). */
export function reminderOperations(
  session: Pick<BookSession, 'current'>,
): Pick<OperationHandlers<DataOperations, RowPort>, 'reminders.take'> {
  /** Up to when each book was looked at; kept in it only when there was something to tell, since each page written weighs in a backup. */
  const looked = new WeakMap<Book, number>()
  return {
    'reminders.take'() {
      const { book, session: caller, gate } = session.current()
      const context = { read: book.read, session: caller, clock: systemClock }
      const now = systemClock()
      const told = findReminderState(context)?.told ?? now
      const from = Math.min(now, Math.max(told, looked.get(book) ?? told))
      looked.set(book, now)
      const due: DueReminder[] = from < now ? listFallenDue(context, from, now) : []
      if (due.length > 0) {
        const write = book.read as WriteHandle
        try {
          gate.pass(() => book.raw.transaction(() => noteTold({ ...context, write })).immediate())
        } catch {
          // A book that takes no changes: told all the same, and once as long as it is open.
        }
      }
      return { due }
    },
  }
}
