import { systemClock } from '@shared/core/clock'
import { AppError } from '@shared/core/errors'
import type { OperationHandlers } from '../ipc/link'
import { findChain } from './backup/chain'
import { findParent } from './backup/find-parent'
import { inspectBackup } from './backup/inspect-backup'
import { readLink } from './backup/parts'
import { listFolder } from './backup/list-folder'
import { proveBackup } from './backup/prove-backup'
import { restoreBackup } from './backup/restore-backup'
import { writeBackup } from './backup/write-backup'
import { readCalendarFile } from './calendar/read-calendar'
import { rehearseRestore } from './drill/rehearse-restore'
import { scanBook } from './duplicates/scan-book'
import { prepareCopy } from './customers-from-backup/prepare-copy'
import { type ImportSession, readImport } from './import/import-job'
import type { JobOperations } from './operations'
import { copyJob } from './rotation/copy-job'
import { salvageJob } from './salvage/salvage-job'

/** Where the rows of an import go, past main. */
export type RowSink = {
  postMessage(message: { rows: string } | { end: number }): void
  start(): void
  close(): void
}

/** The job process's end of `JobOperations`. It remembers the one import that it read. */
export function jobOperations(): OperationHandlers<JobOperations, RowSink> {
  let session: ImportSession | null = null
  const current = () => {
    if (!session) throw new AppError('imports.gone', 'no file was read')
    return session
  }
  return {
    async 'import.read'(input, { report, signal }) {
      session = await readImport(input, report, signal)
      return session.plan()
    },
    async 'import.remap'({ targets }, { report, signal }) {
      await current().remap(targets, report, signal)
      return current().plan()
    },
    async 'import.send'(_payload, { ports: [port], report, signal }) {
      if (!port) throw new AppError('imports.gone', 'no row port')
      port.start()
      const total = current().plan().goodRows
      let rows = 0
      try {
        for (const batch of current().batches()) {
          if (signal.aborted) throw new AppError('core.cancelled')
          port.postMessage({ rows: JSON.stringify(batch) })
          rows += batch.length
          report({ phase: 'writing', done: rows, total, unit: 'rows' })
          await new Promise(setImmediate)
        }
      } catch (error) {
        // The data process waits for the end mark; a closed port tells it that none will come.
        port.close()
        throw error
      }
      port.postMessage({ end: rows })
      return { rows, rejected: current().rejectedCount }
    },
    'import.rejected': ({ language }) => ({
      bytes: current().rejectedCsv(language),
      rows: current().rejectedCount,
    }),
    'backup.inspect': async ({ path }) => ({
      ...(await inspectBackup(path)),
      bytes: (await readLink(path)).bytes,
    }),
    'backup.list': (payload, { report, signal }) => listFolder(payload, report, signal),
    'backup.chain': ({ path }) => findChain(path),
    'backup.findParent': (payload) => findParent(payload),
    'backup.write': (payload, { report, signal }) => writeBackup(payload, bytes(report), signal),
    'backup.prove': (payload, { report, signal }) => proveBackup(payload, bytes(report), signal),
    'backup.rehearse': (payload, { report, signal }) =>
      rehearseRestore(payload, bytes(report), signal),
    'backup.restore': (payload, { report, signal }) =>
      restoreBackup(payload, bytes(report), signal),
    'vault.salvage': (payload, { report, signal }) => salvageJob(payload, { report, signal }),
    'customers.prepare': (payload, { report, signal }) => prepareCopy(payload, report, signal),
    'duplicates.scan': (payload, { report, signal }) => scanBook(payload, report, signal),
    'calendar.parse': ({ path }, { report, signal }) =>
      readCalendarFile(path, { now: systemClock(), report, signal }),
    'rotation.copy': copyJob,
  }
}

/** Backup work counts in bytes. */
function bytes(report: (progress: unknown) => void) {
  return (progress: object) => report({ ...progress, unit: 'bytes' })
}
