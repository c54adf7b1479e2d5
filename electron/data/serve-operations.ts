import { applyConsequences } from '@db/consequences/consequences'
import { hasChangedSince } from '@db/backup-changes'
import { noteBackupDrill } from '@db/backup-drill'
import { holdSnapshot, type Snapshot } from '@db/snapshot'
import { noteHeader } from '@db/header-mark'
import { forgetBackups, listBackupUids, recordBackup } from '@db/repositories/backups'
import { importRows } from '@db/workflows/import-rows'
import { wipe } from '../vault/keys'
import type { OperationHandlers } from '../ipc/link'
import { attachmentOperations } from './attachment-operations'
import { auditOperations } from './audit-operations'
import type { BookSession } from './book-session'
import { calendarOperations } from './calendar-operations'
import { collectRows, type RowPort } from './collect-rows'
import { copyOperations } from './copy-operations'
import { deletionOperations } from './deletion-operations'
import type { DataOperations } from './operations'
import { dailyOperations } from './daily-operations'
import { duplicateOperations } from './duplicate-operations'
import { exportOperations } from './export-operations'
import { peopleOperations } from './people-operations'
import { reminderOperations } from './reminder-operations'

/** The data process's end of `DataOperations`. */
export function dataOperations(session: BookSession): OperationHandlers<DataOperations, RowPort> {
  let snapshot: Snapshot | null = null
  const release = () => {
    snapshot?.release()
    snapshot = null
  }
  return {
    ...attachmentOperations(session),
    ...auditOperations(session),
    ...calendarOperations(session),
    ...dailyOperations(session),
    ...copyOperations(session),
    ...deletionOperations(session),
    ...duplicateOperations(session),
    ...exportOperations(session),
    ...peopleOperations(session),
    ...reminderOperations(session),
    open: (payload) => session.open(payload),
    close() {
      release()
      return { auditHead: session.close() }
    },
    'writing.pause'() {
      session.pause()
      return null
    },
    'writing.resume'() {
      session.resume()
      return null
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
      const { commandId, result } = session.command('imports.commit', true, (context) => {
        const imported = importRows(context, { fileName, rejected, rows })
        applyConsequences(context)
        return imported
      })
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
    'backups.hasChanged': ({ startedAt }) => ({
      changed: hasChangedSince(session.current().book.read, startedAt),
    }),
    'backups.noteDrill'(drill) {
      session.command('backups.drill', false, ({ write }) => noteBackupDrill(write, drill))
      return null
    },
    'backups.forget'({ uids }) {
      session.command('backups.rotate', false, ({ write }) => forgetBackups(write, uids))
      return null
    },
    'backups.record': (payload) => ({
      id: session.command('backups.create', false, (context) => recordBackup(context, payload))
        .result,
    }),
  }
}
