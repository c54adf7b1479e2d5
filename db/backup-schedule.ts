import {
  backupSchedule,
  type BackupSchedule,
} from '@shared/features/backups/backup-schedule.schema'
import type { ReadHandle, WriteHandle } from './handles'
import { findJsonSetting, writeJsonSetting } from './json-setting'

const key = 'backup-schedule'

/** When backups are made by themselves; all on until somebody sets it (R094). */
export function getBackupSchedule(read: ReadHandle): BackupSchedule {
  return findJsonSetting(read, key, backupSchedule) ?? backupSchedule.parse({})
}

/** Replaces the schedule and answers it. */
export function setBackupSchedule(write: WriteHandle, schedule: BackupSchedule): BackupSchedule {
  writeJsonSetting(write, key, schedule)
  return schedule
}
