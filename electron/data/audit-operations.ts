import { findAuditHead, recordEvents } from '@db/audit'
import { verifyAuditChain } from '@db/audit-chain'
import type { Book } from '@db/handles'
import { pageAudit } from '@db/repositories/audit'
import type { OperationHandlers } from '../ipc/link'
import type { RowPort } from './collect-rows'
import type { DataOperations } from './operations'

type Session = {
  current: () => { book: Book; auditKey: Buffer }
  /** After each write: notes outside of the book how far it has got. */
  noteMark: () => void
}
type AuditOperation = Extract<keyof DataOperations, `audit.${string}`>

/** What main asks of the trail: to write down its own events, to check the chain, to hand out pages for the export. */
export function auditOperations(
  session: Session,
): Pick<OperationHandlers<DataOperations, RowPort>, AuditOperation> {
  return {
    'audit.record'({ notes }) {
      const { book, auditKey } = session.current()
      recordEvents(book, auditKey, notes)
      session.noteMark()
      return null
    },
    'audit.check'({ head }) {
      const { book, auditKey } = session.current()
      return verifyAuditChain(book.read, auditKey, head)
    },
    'audit.page'(page) {
      const { read } = session.current().book
      return { lines: pageAudit(read, page), head: findAuditHead(read) }
    },
  }
}
