import { AppError } from '@shared/core/errors'
import type { JobKind, JobReport } from '@shared/features/jobs/jobs.contract'
import type { JobProcess } from '../job-runner'
import type { BackupServices } from './backup-services'

/** How long a cancelled job may take to tidy up behind itself before its process is ended. */
const tidyMs = 5000

/** Checking a database of several gigabytes, or flushing to a slow drive, is one long silent call. */
const silenceMs = 15 * 60_000

export type Task = {
  signal: AbortSignal
  call: JobProcess['call']
  report: (progress: JobReport) => void
}

/** Runs one task in a job process of its own, under an id that the window can cancel and watch. */
export function runTask<T>(
  services: Pick<BackupServices, 'jobs' | 'startJob'>,
  jobId: string,
  kind: JobKind,
  work: (task: Task) => Promise<T>,
): Promise<T> {
  return services.jobs.run(jobId, kind, async (signal, report) => {
    const job = services.startJob()
    const onAbort = () => setTimeout(job.end, tidyMs).unref()
    signal.addEventListener('abort', onAbort, { once: true })
    const options = { signal, silenceMs, onProgress: (progress: JobReport) => report(progress) }
    try {
      return await work({
        signal,
        report,
        // A cancel between two calls ends the task too: the link tells the other side only of later ones.
        async call(operation, payload) {
          if (signal.aborted) throw new AppError('core.cancelled')
          return job.call(operation, payload, options)
        },
      })
    } finally {
      signal.removeEventListener('abort', onAbort)
      job.end()
    }
  })
}
