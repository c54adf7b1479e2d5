import { attachCopy, detachCopy } from '@db/customer-copies/attached-copy'
import { openBook } from '@db/open'
import type { OperationHandlers } from '../ipc/link'
import { wipe } from '../vault/keys'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

type CopyOperation = Extract<keyof DataOperations, `copies.${string}`>

/** A proven copy of a backup beside the open book, from which single customers are taken. */
export function copyOperations(
  session: Pick<BookSession, 'current'>,
): Pick<OperationHandlers<DataOperations, RowPort>, CopyOperation> {
  return {
    'copies.open'({ path, pageKey }) {
      const key = Buffer.from(pageKey)
      wipe(Buffer.from(pageKey.buffer, pageKey.byteOffset, pageKey.length))
      attachCopy(session.current().book, openBook({ path, key, mode: 'open', readonly: true }))
      return null
    },
    'copies.close'() {
      detachCopy(session.current().book)
      return null
    },
  }
}
