import {
  backupSchedule,
  type BackupSchedule,
} from '@shared/features/backups/backup-schedule.schema'
import type { ReadHandle, WriteHandle } from './handles'
import { statement } from './statements'

const key = 'backup-schedule'

/** When backups are made by themselves; all on until somebody sets it (R094). */
export function getBackupSchedule(read: ReadHandle): BackupSchedule {
  const row = statement<{ value: string }>(read, 'SELECT value FROM setting WHERE key = ?').get(key)
  return backupSchedule.parse(row ? JSON.parse(row.value) : {})
}

/** Replaces the schedule and answers it. */
export function setBackupSchedule(write: WriteHandle, schedule: BackupSchedule): BackupSchedule {
  statement(
    write,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(schedule))
  return schedule
}
