import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@shared/core/clock'
import { isAllowed } from '@shared/core/permissions'
import { createDriveWatch, lookMs } from '../../../services/backup/drive-watch'
import { listDrives } from '../../../services/backup/drives'
import { createScheduleRunner } from '../../../services/backup/schedule-runner'
import type { MainContext, MainHandlers } from '../../main-context'
import { describeDrives } from './backup-drives'
import { listBackups, targetAt } from './backup-places'
import { getSchedule, makeBackup } from './make-backup'

/** How many looks at the drives go by between two looks whether a backup is due: about a minute. */
const looksPerTick = 20

type Runner = ReturnType<typeof createScheduleRunner>
const runners = new WeakMap<MainContext, Runner>()

export const backupScheduleHandlers: MainHandlers<'backups.getScheduleState'> = {
  'backups.getScheduleState': (context) => runnerOf(context).state(),
}

/** The one runner of a program. */
export function runnerOf(context: MainContext): Runner {
  const present = runners.get(context)
  if (present) return present
  const runner = createScheduleRunner({
    isFree: () => mayRun(context),
    async look(appeared, failedAt) {
      const [last = null] = await listBackups(context)
      if (!last) return null
      // Its file must be there: the empty folder of a drive that is away lies on the disk of the system.
      return {
        now: systemClock(),
        schedule: await getSchedule(context),
        last,
        lastPlace: existsSync(join(last.folder, last.fileName))
          ? await targetAt(context, last.folder)
          : null,
        drives: await describeDrives(context, await listDrives()),
        appeared,
        failedAt,
      }
    },
    topOf: ({ drive }) => context.grants.pathOf(drive),
    create: ({ path }, jobId) => makeBackup(context, { jobId, folder: path, kind: 'auto' }),
    newJobId: () => randomUUID(),
    clock: systemClock,
    onChange: () => context.emit({ type: 'data.changed', topics: ['backups', 'vault'] }),
  })
  runners.set(context, runner)
  return runner
}

/**
 * Notices drives while a book is open, and makes the backups that are due (R094). Looks every three seconds.
 * @returns ends it
 */
export function startBackupWatch(context: MainContext): () => void {
  const runner = runnerOf(context)
  const isOpen = () => context.vault.session() !== null
  const drives = createDriveWatch({
    list: listDrives,
    isOpen,
    onChange(appeared) {
      runner.noteDrives(appeared.map(({ path }) => path))
      context.emit({ type: 'data.changed', topics: ['backups'] })
    },
  })
  let looks = 0
  async function look(): Promise<void> {
    if (!isOpen()) runner.reset()
    const changed = await drives.look()
    looks++
    if (isOpen() && (changed || looks % looksPerTick === 0)) await runner.tick()
  }
  // A book that locks in between fails the look, not the program.
  const timer = setInterval(() => void look().catch(() => undefined), lookMs)
  timer.unref()
  return () => clearInterval(timer)
}

function mayRun({ vault, jobs }: MainContext): boolean {
  const session = vault.session()
  return session !== null && isAllowed(session.role, 'backups.create') && jobs.count() === 0
}
