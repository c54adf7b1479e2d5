import { beginExport, readExport } from '@db/repositories/customer-export'
import { systemClock } from '@shared/core/clock'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

type ExportOperation = Extract<keyof DataOperations, `exports.${string}`>

/** Hands out customers for a table slice by slice, to the person who is signed in and by their rights. */
export function exportOperations(
  session: Pick<BookSession, 'current'>,
): Pick<OperationHandlers<DataOperations, RowPort>, ExportOperation> {
  const context = () => {
    const { book, session: caller, fields } = session.current()
    return { read: book.read, session: caller, clock: systemClock, fields }
  }
  return {
    'exports.begin'({ selection }) {
      const asking = context()
      return { ...beginExport(asking, selection), role: asking.session.role }
    },
    'exports.read': (slice) => readExport(context(), slice),
  }
}
