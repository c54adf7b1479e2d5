import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import type { ReadPlan } from '../jobs/import/import-job'
import type { JobProcess, JobRegistry } from './job-runner'

/** A read file whose rows wait in their job process for the person's word. */
export type HeldImport = {
  importId: string
  fileName: string
  job: JobProcess
  plan: ReadPlan
  isWritten: boolean
}

/**
 * Holds the one file that was read. Its process, and with it every row, ends when it is dropped, when another file is read, and
 * when the book is locked (the lock aborts all jobs, so each held file is one).
 */
export function createImportDesk() {
  let held: HeldImport | null = null
  let release: () => void = () => undefined

  function drop(): void {
    held?.job.end()
    held = null
    release()
  }

  return {
    /** Forgets the file, when it is still the one that is held. */
    drop(importId: string): void {
      if (held?.importId === importId) drop()
    },
    hold(jobs: JobRegistry, file: Pick<HeldImport, 'fileName' | 'job' | 'plan'>): HeldImport {
      drop()
      const next = { ...file, importId: randomUUID(), isWritten: false }
      held = next
      void jobs.run(next.importId, 'import-read', (signal) => {
        signal.addEventListener('abort', () => held === next && drop())
        return new Promise<void>((resolve) => (release = resolve))
      })
      return next
    },
    /** @throws AppError `imports.gone` after a lock, a crash of the job process, or another file */
    get(importId: string): HeldImport {
      if (held?.importId !== importId || !held.job.isAlive())
        throw new AppError('imports.gone', 'import is not held')
      return held
    },
  }
}
