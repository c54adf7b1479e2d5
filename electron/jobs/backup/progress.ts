import type { JobProgress } from '@shared/features/jobs/jobs.contract'

/** Bytes done of all bytes, with what is being done; the id is added by whoever started the job. */
export type BackupProgress = Pick<JobProgress, 'phase' | 'done' | 'total'>
export type Report = (progress: BackupProgress) => void
