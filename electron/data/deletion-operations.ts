import { eraseCustomers } from '@db/workflows/erase-customers'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

type DeletionOperation = 'customers.erase' | 'deletions.countReapplied'

/** What main asks about people who were erased. */
export function deletionOperations(
  session: BookSession,
): Pick<OperationHandlers<DataOperations, RowPort>, DeletionOperation> {
  return {
    'customers.erase'(input) {
      const { book } = session.current()
      const { result } = session.command('customers.erase', false, (context) =>
        eraseCustomers(context, input),
      )
      // The pages of before are still in the log: this moves the overwritten ones into the file and empties it.
      book.raw.pragma('wal_checkpoint(TRUNCATE)')
      return result
    },
    'deletions.countReapplied': () => ({ count: session.reapplied() }),
  }
}
