import { AppError } from '@shared/core/errors'

/** Lets one piece of work through at a time; a second one is refused, not queued. */
export function createExclusive() {
  let busy = false
  /** @throws AppError `backups.in-progress` */
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) throw new AppError('backups.in-progress')
    busy = true
    try {
      return await work()
    } finally {
      busy = false
    }
  }
}
