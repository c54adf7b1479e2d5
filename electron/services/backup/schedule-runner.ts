import { toErrorShape } from '@shared/core/errors'
import type { BackupDrive, BackupTarget } from '@shared/features/backups/backups.contract'
import { type BackupOccasion, findDueBackup } from '@shared/features/backups/backup-schedule.rules'
import {
  type BackupScheduleState,
  scheduleFailureCode,
} from '@shared/features/backups/backup-schedule.schema'

const nothing: BackupScheduleState = { jobId: null, failure: null }

type Options = {
  /** Whether one may run now: a book is open, its user may back up, and no other job runs. */
  isFree: () => boolean
  /** The facts of the moment. */
  look: (appeared: ReadonlySet<string>, failedAt: number | null) => Promise<BackupOccasion | null>
  topOf: (drive: BackupDrive) => string
  create: (place: BackupTarget, jobId: string) => Promise<unknown>
  newJobId: () => string
  clock: () => number
  /** The state is another one. */
  onChange: () => void
}

/**
 * Makes backups by themselves, one at a time and never beside another job (R094). A failure is kept to be shown; a drive that came
 * while another job ran gets its turn afterwards.
 */
export function createScheduleRunner(options: Options) {
  const { isFree, look, topOf, create, newJobId, clock, onChange } = options
  let state: BackupScheduleState = nothing
  let appeared = new Set<string>()
  let busy = false
  /** When the last one failed or was cancelled. */
  let stoppedAt: number | null = null

  function change(next: BackupScheduleState): void {
    state = next
    onChange()
  }

  async function run(place: BackupTarget): Promise<void> {
    const jobId = newJobId()
    change({ ...state, jobId })
    try {
      await create(place, jobId)
      stoppedAt = null
      change(nothing)
    } catch (error) {
      const { code: found } = toErrorShape(error)
      const code = scheduleFailureCode.safeParse(found).data ?? 'core.unexpected'
      stoppedAt = clock()
      // Cancelled by a person or by the lock: nothing went wrong.
      if (code === 'core.cancelled') change({ jobId: null, failure: state.failure })
      else change({ jobId: null, failure: { at: stoppedAt, code } })
    }
  }

  return {
    state: () => state,
    /** Forgets what was of a book that is closed. */
    reset(): void {
      appeared = new Set()
      stoppedAt = null
      state = nothing
    },
    /** A backup that was made by hand and proven makes up for one that failed. */
    noteProven(): void {
      stoppedAt = null
      if (state.failure) change({ ...state, failure: null })
    },
    noteDrives(paths: readonly string[]): void {
      for (const path of paths) appeared.add(path)
    },
    /** Looks once whether one is due, and makes it. */
    async tick(): Promise<void> {
      if (busy || !isFree()) return
      busy = true
      const came = appeared
      appeared = new Set()
      try {
        const occasion = await look(came, stoppedAt)
        const place = occasion && findDueBackup(occasion, topOf)
        if (place && isFree()) await run(place)
      } finally {
        busy = false
      }
    },
  }
}
