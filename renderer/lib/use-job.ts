import { useCallback, useRef, useState } from 'react'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { request } from './request'
import { useKebuEvent } from './use-kebu-event'

/**
 * One long job of a page: `start()` gives the id to pass to the route, `progress` is where it stands, `cancel()` ends it
 * (the route then answers `core.cancelled`), `finish()` puts the bar away.
 */
export function useJob() {
  const id = useRef<string | null>(null)
  const [progress, setProgress] = useState<JobProgress | null>(null)

  useKebuEvent('job.progress', (event) => {
    if (event.progress.jobId === id.current) setProgress(event.progress)
  })
  const start = useCallback(() => {
    id.current = crypto.randomUUID()
    setProgress(null)
    return id.current
  }, [])
  const finish = useCallback(() => {
    id.current = null
    setProgress(null)
  }, [])
  const cancel = useCallback(async () => {
    if (id.current) await request('jobs.cancel', { jobId: id.current })
  }, [])
  return { progress, start, finish, cancel }
}
