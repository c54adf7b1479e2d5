import { readdirSync } from 'node:fs'
import { findBackupDrill } from '@db/backup-drill'
import { getBackupSchedule, setBackupSchedule } from '@db/backup-schedule'
import { listBackups } from '@db/repositories/backups'
import { readBookFacts } from '@db/snapshot'
import { findDrillDue } from '@shared/features/backups/backup-drill.rules'
import { judgePresence } from '@shared/features/backups/backup-presence.rules'
import type { HandlersOf } from './types'

const unknown = { presence: 'away' as const, chainComplete: false }

export const backupsHandlers = {
  'backups.list': ({ read }) => {
    const backups = listBackups(read)
    const seen = judgePresence(backups, listFolders(backups))
    return {
      backups: backups.map((backup) => ({ ...backup, ...(seen.get(backup.uid) ?? unknown) })),
    }
  },
  'backups.countRows': ({ read }) => ({ rowCounts: readBookFacts(read.raw).rowCounts }),
  'backups.getSchedule': ({ read }) => getBackupSchedule(read),
  'backups.setSchedule': ({ write }, schedule) => setBackupSchedule(write, schedule),
  'backups.getDrill': ({ read }) => {
    const last = findBackupDrill(read)
    const first = listBackups(read).at(-1)
    return { last, dueAt: findDrillDue(last, first?.provenAt ?? null) }
  },
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
