import type { MainHandlers } from '../../main-context'

export const jobsHandlers: MainHandlers<'jobs.cancel'> = {
  'jobs.cancel'({ jobs }, { jobId }) {
    jobs.cancel(jobId)
    return {}
  },
}
