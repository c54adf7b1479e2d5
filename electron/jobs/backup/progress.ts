import type { JobProgress } from '@shared/features/jobs/jobs.contract'

/** Bytes done of all bytes, with what is being done; the id is added by whoever started the job. */
export type BackupProgress = Pick<JobProgress, 'phase' | 'done' | 'total'>
export type Report = (progress: BackupProgress) => void

const quietMs = 100

/** Lets a report through at most ten times a second, and always the first and the last one of a phase. */
export function throttled(report: Report, now: () => number = () => performance.now()): Report {
  let last = { at: -Infinity, phase: '' }
  return (progress) => {
    const isEdge = progress.phase !== last.phase || progress.done === progress.total
    if (!isEdge && now() - last.at < quietMs) return
    last = { at: now(), phase: progress.phase }
    report(progress)
  }
}
