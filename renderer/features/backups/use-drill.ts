import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useKebuEvent } from '@renderer/lib/use-kebu-event'

/** The rehearsal of a restore: what is known, and running one; one that began by itself is shown like one by hand. */
export function useDrill() {
  const { t } = useTranslation('backups')
  const toast = useToast()
  const errorToast = useErrorToast()
  const { data: known } = useRouteQuery('backups.getDrill', {})
  const { data: schedule } = useRouteQuery('backups.getScheduleState', {})
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const jobId = schedule?.drillJobId ?? null
  useKebuEvent('job.progress', (event) => {
    if (event.progress.jobId === jobId) setProgress(event.progress)
  })

  async function start(): Promise<void> {
    setProgress(null)
    try {
      const { failure } = await request('backups.drill', { jobId: crypto.randomUUID() })
      toast(failure === null ? t('drill.done') : t('drill.doneFailed'))
    } catch (error) {
      if (error instanceof AppError && error.code === 'core.cancelled') toast(t('drill.cancelled'))
      else errorToast(error)
    }
  }

  return {
    known,
    running: jobId !== null,
    progress: progress?.jobId === jobId ? progress : null,
    start,
    cancel: async () => {
      if (jobId) await request('jobs.cancel', { jobId })
    },
  }
}
