import { holdSnapshot, type Snapshot } from '@db/snapshot'
import { noteHeader } from '@db/header-mark'
import { listBackupUids, recordBackup } from '@db/repositories/backups'
import { importRows } from '@db/workflows/import-rows'
import { wipe } from '../vault/keys'
import type { OperationHandlers } from '../ipc/link'
import { auditOperations } from './audit-operations'
import type { BookSession } from './book-session'
import { collectRows, type RowPort } from './collect-rows'
import type { DataOperations } from './operations'
import { peopleOperations } from './people-operations'

/** The data process's end of `DataOperations`. */
export function dataOperations(session: BookSession): OperationHandlers<DataOperations, RowPort> {
  let snapshot: Snapshot | null = null
  const release = () => {
    snapshot?.release()
    snapshot = null
  }
  return {
    ...auditOperations(session),
    ...peopleOperations(session),
    open: (payload) => session.open(payload),
    close() {
      release()
      return { auditHead: session.close() }
    },
    'header.note'(header) {
      noteHeader(session.current().book, header)
      return null
    },
    'session.setRole'({ role }) {
      session.setRole(role)
      return null
    },
    request: ({ route, input }) => session.request(route, input),
    async 'imports.write'({ fileName, rejected }, { ports }) {
      const rows = await collectRows(ports[0])
      const { commandId, result } = session.command('imports.commit', true, (context) =>
        importRows(context, { fileName, rejected, rows }),
      )
      return { commandId, customers: result.customers }
    },
    'snapshot.hold'({ pageKey }) {
      release()
      const key = Buffer.from(pageKey)
      snapshot = holdSnapshot({ book: session.current().book, key })
      wipe(key)
      const { rowCounts, auditHead, schemaVersion, pageSize, pageCount } = snapshot
      return { rowCounts, auditHead, schemaVersion, pageSize, pageCount }
    },
    'snapshot.release'() {
      const held = snapshot !== null
      release()
      return { held }
    },
    'backups.uids': () => ({ uids: listBackupUids(session.current().book.read) }),
    'backups.record': (payload) => ({
      id: session.command('backups.create', false, (context) => recordBackup(context, payload))
        .result,
    }),
  }
}
