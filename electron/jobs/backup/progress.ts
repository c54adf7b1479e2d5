import type { JobProgress } from '@shared/features/jobs/jobs.contract'

/** Bytes done of all bytes, with what is being done; the id is added by whoever started the job. */
export type BackupProgress = Pick<JobProgress, 'phase' | 'done' | 'total'>
export type Report = (progress: BackupProgress) => void

const quietMs = 100

/** Lets a report through at most ten times a second, and always the last one. */
export function throttled(report: Report, now: () => number = () => performance.now()): Report {
  let last = -Infinity
  return (progress) => {
    const finished = progress.done === progress.total
    if (!finished && now() - last < quietMs) return
    last = now()
    report(progress)
  }
}
