import { type BackupDrill, backupDrill } from '@shared/features/backups/backup-drill.schema'
import { noteSubject } from './audit'
import type { ReadHandle, WriteHandle } from './handles'
import { findJsonSetting, writeJsonSetting } from './json-setting'

const key = 'backup-drill'

/** The last rehearsal of a restore; null when there was none (R094). */
export function findBackupDrill(read: ReadHandle): BackupDrill | null {
  return findJsonSetting(read, key, backupDrill)
}

/** Remembers a rehearsal in place of the one before. */
export function noteBackupDrill(write: WriteHandle, drill: BackupDrill): void {
  writeJsonSetting(write, key, drill)
  noteSubject(write, `result:${drill.failure === null ? 'passed' : 'failed'}`)
}
