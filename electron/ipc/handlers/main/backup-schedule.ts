import { randomUUID } from 'node:crypto'
import { systemClock } from '@shared/core/clock'
import { createDriveWatch, lookMs } from '../../../services/backup/drive-watch'
import { listDrives } from '../../../services/backup/drives'
import { createScheduleRunner } from '../../../services/backup/schedule-runner'
import { readBookState, updateBookState } from '../../../services/book-state'
import type { MainContext, MainHandlers } from '../../main-context'
import { describeDrives } from './backup-drives'
import { drillsOf } from './backup-drill'
import { mayRun } from './backup-may-run'
import { findLastPlace, listBackups, targetAt } from './backup-places'
import { getSchedule, makeBackup } from './make-backup'

/** How many looks at the drives go by between two looks whether a backup is due: about a minute. */
const looksPerTick = 20

type Runner = ReturnType<typeof createScheduleRunner>
const runners = new WeakMap<MainContext, Runner>()

export const backupScheduleHandlers: MainHandlers<'backups.getScheduleState'> = {
  'backups.getScheduleState': (context) => ({
    ...runnerOf(context).state(),
    drillJobId: drillsOf(context).jobId(),
  }),
}

/** The one runner of a program. */
export function runnerOf(context: MainContext): Runner {
  const present = runners.get(context)
  if (present) return present
  const runner = createScheduleRunner({
    isFree: () => mayRun(context),
    async look(appeared, failedAt) {
      const records = await listBackups(context)
      const [last] = records
      if (!last) return null
      const place = findLastPlace(records)
      return {
        now: systemClock(),
        schedule: await getSchedule(context),
        last,
        lastPlace: place === null ? null : await targetAt(context, place),
        drives: await describeDrives(context, await listDrives()),
        appeared,
        failedAt,
      }
    },
    topOf: ({ drive }) => context.grants.pathOf(drive),
    async hasChanged() {
      const [last] = await listBackups(context)
      if (!last) return false
      const { startedAt } = last
      return (await context.data.call('backups.hasChanged', { startedAt })).changed
    },
    create: ({ path }, jobId, onStop) =>
      makeBackup(context, { jobId, folder: path, kind: 'auto', onStop }),
    cancel: context.jobs.cancel,
    newJobId: () => randomUUID(),
    clock: systemClock,
    failure: {
      read: () => readBookState(context.vault.folder()).backupFailure,
      write: (backupFailure) => updateBookState(context.vault.folder(), { backupFailure }),
    },
    onChange: () => context.emit({ type: 'data.changed', topics: ['backups', 'vault'] }),
  })
  runners.set(context, runner)
  return runner
}

/**
 * Notices drives while a book is open, and makes the backups and rehearsals that are due (R094). Looks every three seconds.
 * @param idleMs since somebody touched the window @returns ends it
 */
export function startBackupWatch(context: MainContext, idleMs: () => number): () => void {
  const runner = runnerOf(context)
  const drills = drillsOf(context, idleMs)
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
    if (!isOpen() || !(changed || looks % looksPerTick === 0)) return
    await runner.tick()
    await drills.tick()
  }
  // A book that locks in between fails the look, not the program.
  const timer = setInterval(() => void look().catch(() => undefined), lookMs)
  timer.unref()
  return () => clearInterval(timer)
}
