import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import type { Encoding, ImportTarget } from '@shared/features/imports/imports.schema'
import type { FindParentInput, Parent } from './backup/find-parent'
import type { Chain } from './backup/chain'
import type { Inspection } from './backup/inspect-backup'
import type { FolderListing, ListFolderInput } from './backup/list-folder'
import type { ProveInput } from './backup/prove-backup'
import type { Prepared, RestoreInput } from './backup/restore-backup'
import type { WriteInput } from './backup/write-backup'
import type { Rehearsal, RehearsalInput } from './drill/rehearse-restore'
import type { PreparedCopy, PrepareInput } from './customers-from-backup/prepare-copy'
import type { ReadPlan } from './import/import-job'
import type { ReadCalendar } from './calendar/read-calendar'
import type { Scan } from '@db/duplicates/scan'
import type { ScanInput } from './duplicates/scan-book'
import type { CopyInput } from './rotation/copy-job'
import type { SalvageInput } from './salvage/salvage-job'
import type { FinishedSalvage } from './salvage/salvage-note'

/** What main may ask of a job process; each job process serves one import or one backup task and then ends. */
export type JobOperations = {
  /** `withIdNumbers`: whether the role of the person who imports may store ID numbers. */
  'import.read': {
    payload: {
      path: string
      encoding: Encoding | null
      withIdNumbers: boolean
      customFields: CustomField[]
    }
    answer: ReadPlan
  }
  'import.remap': { payload: { targets: ImportTarget[] }; answer: ReadPlan }
  /** Sends the good rows through the port; answers how many. */
  'import.send': { payload: null; answer: { rows: number; rejected: number } }
  'import.rejected': {
    payload: { language: 'zh-CN' | 'en' }
    answer: { bytes: Uint8Array; rows: number }
  }
  /** `bytes` are those of all its parts that are there. */
  'backup.inspect': { payload: { path: string }; answer: Inspection }
  /** Every backup in a folder, by manifests alone. */
  'backup.list': { payload: ListFolderInput; answer: FolderListing }
  /** What a backup needs, as far as it lies in its folder. */
  'backup.chain': { payload: { path: string }; answer: Chain }
  'backup.findParent': { payload: FindParentInput; answer: Parent | null }
  /** Answers the bytes written. */
  'backup.write': { payload: WriteInput; answer: number }
  'backup.prove': { payload: ProveInput; answer: BackupManifest }
  /** A restore into a temporary folder that is taken away again. */
  'backup.rehearse': { payload: RehearsalInput; answer: Rehearsal }
  'backup.restore': { payload: RestoreInput; answer: Prepared }
  'vault.salvage': { payload: SalvageInput; answer: FinishedSalvage }
  /** A backup as a temporary copy, compared with the open book. */
  'customers.prepare': { payload: PrepareInput; answer: PreparedCopy }
  /** Customers of the open book that may be there twice. */
  'duplicates.scan': { payload: ScanInput; answer: Scan }
  /** A foreign calendar file as tasks. */
  'calendar.parse': { payload: { path: string }; answer: ReadCalendar }
  'rotation.copy': { payload: CopyInput; answer: { rowCounts: Record<string, number> } }
}
