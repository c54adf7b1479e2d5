import { toErrorShape } from '@shared/core/errors'
import type { BackupDrive, BackupTarget } from '@shared/features/backups/backups.contract'
import {
  type BackupOccasion,
  findDueBackup,
  findLeavingBackup,
} from '@shared/features/backups/backup-schedule.rules'
import {
  type BackupFailure,
  type BackupScheduleState,
  scheduleFailureCode,
} from '@shared/features/backups/backup-schedule.schema'
import { inTime } from './in-time'

/** Nobody waits longer at the lock for a drive that does not say whether it is there, in ms. */
const lookMs = 4000

type Options = {
  /** Whether one may run now: a book is open, its user may back up, and no other job runs. */
  isFree: () => boolean
  /** The facts of the moment. */
  look: (appeared: ReadonlySet<string>, failedAt: number | null) => Promise<BackupOccasion | null>
  /** Whether anything changed since the newest backup. */
  hasChanged: () => Promise<boolean>
  topOf: (drive: BackupDrive) => string
  /** @param onStop called as soon as somebody cancels it */
  create: (place: BackupTarget, jobId: string, onStop: () => void) => Promise<unknown>
  /** Ends a running one. */
  cancel: (jobId: string) => void
  newJobId: () => string
  clock: () => number
  /** How the last one failed; outlives the lock. */
  failure: { read: () => BackupFailure | null; write: (failure: BackupFailure | null) => void }
  /** The state is another one. */
  onChange: () => void
}

/**
 * Makes backups by themselves, one at a time and never beside another job (R094). A failure is kept to be shown; a drive that came
 * while another job ran gets its turn afterwards.
 */
export function createScheduleRunner(options: Options) {
  const { isFree, look, hasChanged, topOf, create, cancel, newJobId, clock, failure } = options
  let running: { jobId: string; done: Promise<void> } | null = null
  let appeared = new Set<string>()
  let busy = false
  /** Ends the wait of somebody who locks or quits. */
  let goNow: (() => void) | null = null
  /** When the last one failed or was cancelled. */
  let stoppedAt: number | null = null

  function run(place: BackupTarget): Promise<void> {
    const jobId = newJobId()
    const done = attempt(place, jobId).finally(() => {
      running = null
      options.onChange()
    })
    running = { jobId, done }
    options.onChange()
    return done
  }

  async function attempt(place: BackupTarget, jobId: string): Promise<void> {
    let stopped = false
    const onStop = () => {
      stopped = true
      goNow?.()
    }
    try {
      await create(place, jobId, onStop)
      stoppedAt = null
      failure.write(null)
    } catch (error) {
      const { code: found } = toErrorShape(error)
      const code = scheduleFailureCode.safeParse(found).data ?? 'core.unexpected'
      stoppedAt = clock()
      // Cancelled by a person or by the lock: nothing went wrong.
      if (code !== 'core.cancelled' && !stopped) failure.write({ at: stoppedAt, code })
    }
  }

  async function findLeavingPlace(): Promise<BackupTarget | null> {
    // First what is known at once: a drive may take its time.
    if (!isFree() || !(await hasChanged())) return null
    const occasion = await look(new Set(), stoppedAt)
    return occasion && findLeavingBackup(occasion, true)
  }

  async function makeLast(isOver: () => boolean): Promise<void> {
    // It may be just the one that is wanted, or one that was cancelled and still tidies up.
    if (running) await running.done
    // What cannot be looked at must not keep the book open.
    const place = await inTime(
      findLeavingPlace().catch(() => null),
      lookMs,
      null,
    )
    if (place && isFree() && !running && !isOver()) await run(place)
  }

  return {
    state: (): Omit<BackupScheduleState, 'drillJobId'> => ({
      jobId: running?.jobId ?? null,
      leaving: running !== null && goNow !== null,
      failure: failure.read(),
    }),
    /** Forgets what was of a book that is closed. */
    reset(): void {
      appeared = new Set()
      stoppedAt = null
    },
    /** A backup that was made by hand and proven makes up for one that failed. */
    noteProven(): void {
      stoppedAt = null
      if (!failure.read()) return
      failure.write(null)
      options.onChange()
    },
    noteDrives(paths: readonly string[]): void {
      for (const path of paths) appeared.add(path)
    },
    /**
     * Before a person locks the book or quits: makes a last backup where that is wanted, useful and possible. Answers as soon as the
     * book may lock: when it is done, when it is cancelled, or at once. Asked again meanwhile, it ends the wait.
     */
    leave(): Promise<void> {
      if (goNow) {
        goNow()
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        let over = false
        const end = () => {
          if (over) return
          over = true
          goNow = null
          if (running) cancel(running.jobId)
          resolve()
        }
        goNow = end
        void makeLast(() => over).finally(end)
        if (running) options.onChange()
      })
    },
    /** Until a backup that was cancelled has taken its file away. */
    settled: (): Promise<void> => running?.done ?? Promise.resolve(),
    /** Looks once whether one is due, and makes it. */
    async tick(): Promise<void> {
      if (busy || running || !isFree()) return
      busy = true
      const came = appeared
      appeared = new Set()
      try {
        const occasion = await look(came, stoppedAt)
        const place = occasion && findDueBackup(occasion, topOf)
        if (place && isFree() && !goNow && !running) await run(place)
      } finally {
        busy = false
      }
    },
  }
}
