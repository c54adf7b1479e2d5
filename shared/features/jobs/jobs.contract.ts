import { z } from 'zod'
import { command } from '@shared/core/contract'
import { jobId, none } from '@shared/core/schemas'

export const jobKinds = [
  'import-read',
  'import-write',
  'backup',
  'restore',
  'duplicates',
  'rotation',
  'salvage',
  'attachment',
  'export',
] as const
export type JobKind = (typeof jobKinds)[number]

/** Where a job stands. `done` and `total` count in `unit`; a total of null is not known yet. */
export type JobProgress = {
  jobId: string
  kind: JobKind
  phase: 'reading' | 'checking' | 'writing' | 'copying' | 'proving' | 'replacing'
  done: number
  total: number | null
  unit: 'rows' | 'bytes' | 'files'
  /** How long the phase will go on, ms, or null while that cannot be said. */
  leftMs: number | null
}

/** What a job tells while it runs; the runner adds the rest. */
export type JobReport = Omit<JobProgress, 'jobId' | 'kind' | 'leftMs'>

export const jobsContract = {
  /** Ends a running job; the job's own request then answers `core.cancelled`. Unknown ids are fine: it may just have ended. */
  'jobs.cancel': command({
    home: 'main',
    permission: 'public',
    input: z.strictObject({ jobId }),
    output: none,
    invalidates: [],
  }),
} as const
