import { drillIdleMs } from '@shared/features/backups/backup-drill.rules'
import { retryMs } from '@shared/features/backups/backup-schedule.rules'

type Options = {
  /** Whether one may run now: a book is open, its user may back up, and no other job runs. */
  isFree: () => boolean
  /** Milliseconds since somebody touched the window. */
  idleMs: () => number
  /** When the next one is due, or null. */
  findDue: () => Promise<number | null>
  rehearse: (jobId: string, automatic: boolean) => Promise<unknown>
  newJobId: () => string
  clock: () => number
  /** One began or ended. */
  onChange: () => void
}

/**
 * Rehearses restores by themselves, once a month while nobody is at the window, and never beside another job (R094). One that could not
 * begin, because the drive is away, is tried again an hour later.
 */
export function createDrillRunner(options: Options) {
  const { isFree, idleMs, findDue, rehearse, newJobId, clock, onChange } = options
  let jobId: string | null = null
  let busy = false
  let stoppedAt: number | null = null

  /** Runs one under this id, with the id to be seen meanwhile. */
  async function run<T>(id: string, work: () => Promise<T>): Promise<T> {
    jobId = id
    onChange()
    try {
      return await work()
    } finally {
      jobId = null
      onChange()
    }
  }

  async function runDue(): Promise<void> {
    const now = clock()
    const isPausing = stoppedAt !== null && stoppedAt <= now && now - stoppedAt < retryMs
    if (isPausing || !isFree() || idleMs() < drillIdleMs) return
    const dueAt = await findDue()
    if (dueAt === null || dueAt > now || !isFree()) return
    const id = newJobId()
    try {
      await run(id, () => rehearse(id, true))
    } catch {
      stoppedAt = clock()
    }
  }

  return {
    jobId: () => jobId,
    run,
    /** Looks once whether one is due, and runs it. */
    async tick(): Promise<void> {
      if (busy) return
      busy = true
      try {
        await runDue()
      } finally {
        busy = false
      }
    },
  }
}
