import { randomUUID } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import type { ReadCalendar } from '../jobs/calendar/read-calendar'
import type { JobRegistry } from './job-runner'

/** A calendar file that was read and waits for the person's word. */
export type HeldCalendar = ReadCalendar & { importId: string; fileName: string }

/**
 * Holds the one calendar file that was read. It is forgotten when it is dropped, when another is read, and when the book is locked (the
 * lock aborts all jobs, so the held file is one).
 */
export function createCalendarDesk() {
  let held: HeldCalendar | null = null
  let release: () => void = () => undefined

  function drop(): void {
    held = null
    release()
  }

  return {
    hold(jobs: JobRegistry, file: ReadCalendar & { fileName: string }): HeldCalendar {
      drop()
      const next = { ...file, importId: randomUUID() }
      held = next
      void jobs.run(next.importId, 'import-read', (signal) => {
        signal.addEventListener('abort', () => held === next && drop())
        return new Promise<void>((resolve) => (release = resolve))
      })
      return next
    },
    /** @throws AppError `tasks.file-gone` after a lock, another file, or once it was written */
    get(importId: string): HeldCalendar {
      if (held?.importId !== importId) throw new AppError('tasks.file-gone', 'no such file is held')
      return held
    },
    drop(importId: string): void {
      if (held?.importId === importId) drop()
    },
  }
}
