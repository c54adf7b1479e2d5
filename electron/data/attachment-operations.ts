import { openAttachment, readAttachment } from '@db/repositories/attachments'
import { systemClock } from '@shared/core/clock'
import type { OperationHandlers } from '../ipc/link'
import type { BookSession } from './book-session'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

type AttachmentOperation = Extract<keyof DataOperations, `attachments.${string}`>

/** Hands out files at customers piece by piece, to the person who is signed in and by their rights. */
export function attachmentOperations(
  session: Pick<BookSession, 'current'>,
): Pick<OperationHandlers<DataOperations, RowPort>, AttachmentOperation> {
  const context = () => {
    const { book, session: caller, fields } = session.current()
    return { read: book.read, session: caller, clock: systemClock, fields }
  }
  return {
    'attachments.open': ({ id }) => openAttachment(context(), id),
    'attachments.read': (piece) => readAttachment(context(), piece),
  }
}
