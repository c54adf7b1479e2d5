import { readdirSync } from 'node:fs'
import { getBackupSchedule, setBackupSchedule } from '@db/backup-schedule'
import { listBackups } from '@db/repositories/backups'
import { listCompleteChains } from '@shared/features/backups/backup-files.rules'
import type { HandlersOf } from './types'

export const backupsHandlers = {
  'backups.list': ({ read }) => {
    const backups = listBackups(read)
    const complete = listCompleteChains(backups, listFolders(backups))
    return {
      backups: backups.map((backup) => ({ ...backup, chainComplete: complete.has(backup.uid) })),
    }
  },
  'backups.getSchedule': ({ read }) => getBackupSchedule(read),
  'backups.setSchedule': ({ write }, schedule) => setBackupSchedule(write, schedule),
} satisfies HandlersOf<'backups'>

/** What lies in each folder now; nothing where a drive is away. */
function listFolders(backups: { folder: string }[]): Map<string, Set<string>> {
  return new Map(
    [...new Set(backups.map(({ folder }) => folder))].map((folder) => [folder, namesIn(folder)]),
  )
}

function namesIn(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder))
  } catch {
    return new Set()
  }
}
