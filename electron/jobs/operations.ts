import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { Encoding, ImportTarget } from '@shared/features/imports/imports.schema'
import type { FindParentInput, Parent } from './backup/find-parent'
import type { Chain } from './backup/chain'
import type { Inspection } from './backup/inspect-backup'
import type { ProveInput } from './backup/prove-backup'
import type { Prepared, RestoreInput } from './backup/restore-backup'
import type { WriteInput } from './backup/write-backup'
import type { ReadPlan } from './import/import-job'
import type { CopyInput } from './rotation/copy-job'

/** What main may ask of a job process; each job process serves one import or one backup task and then ends. */
export type JobOperations = {
  /** `withIdNumbers`: whether the role of the person who imports may store ID numbers. */
  'import.read': {
    payload: { path: string; encoding: Encoding | null; withIdNumbers: boolean }
    answer: ReadPlan
  }
  'import.remap': { payload: { targets: ImportTarget[] }; answer: ReadPlan }
  /** Sends the good rows through the port; answers how many. */
  'import.send': { payload: null; answer: { rows: number; rejected: number } }
  'import.rejected': {
    payload: { language: 'zh-CN' | 'en' }
    answer: { bytes: Uint8Array; rows: number }
  }
  'backup.inspect': { payload: { path: string }; answer: Inspection }
  /** What a backup needs, as far as it lies in its folder. */
  'backup.chain': { payload: { path: string }; answer: Chain }
  'backup.findParent': { payload: FindParentInput; answer: Parent | null }
  /** Answers the bytes written. */
  'backup.write': { payload: WriteInput; answer: number }
  'backup.prove': { payload: ProveInput; answer: BackupManifest }
  'backup.restore': { payload: RestoreInput; answer: Prepared }
  'rotation.copy': { payload: CopyInput; answer: { rowCounts: Record<string, number> } }
}
