import type { JobProgress } from '@shared/features/jobs/jobs.contract'

/** Until the copy under the new key takes the place of the database a rotation can be called off without a trace. */
export function mayCancelRotation(progress: Pick<JobProgress, 'kind' | 'phase'> | null): boolean {
  return progress === null || progress.kind !== 'rotation' || progress.phase === 'copying'
}
