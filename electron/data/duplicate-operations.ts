import { storeScan } from '@db/repositories/duplicates'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

/** What a scan of the whole book has found. */
export function duplicateOperations(
  session: Pick<BookSession, 'command'>,
): Pick<OperationHandlers<DataOperations, RowPort>, 'duplicates.store'> {
  return {
    'duplicates.store'(scan) {
      session.command('duplicates.scan', false, (context) => storeScan(context, scan))
      return null
    },
  }
}
