import type { JobReport } from '@shared/features/jobs/jobs.contract'

const quietMs = 100

/** Lets ten reports a second through, and always the first of a phase and the last: a window draws no more anyway. */
export function throttled<R extends Pick<JobReport, 'phase' | 'done' | 'total'>>(
  report: (progress: R) => void,
): (progress: R) => void {
  let last = { at: -Infinity, phase: '' }
  return (progress) => {
    const now = performance.now()
    const isEdge = progress.phase !== last.phase || progress.done === progress.total
    if (!isEdge && now - last.at < quietMs) return
    last = { at: now, phase: progress.phase }
    report(progress)
  }
}
