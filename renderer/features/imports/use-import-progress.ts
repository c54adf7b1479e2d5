import { useEffect, useRef } from 'react'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import { useImportStore } from './import-store'

const everyMs = 100

/** Puts the progress of the running job into the store, ten times a second: a job tells more than the eye can follow. */
export function useImportProgress(): void {
  const latest = useRef<JobProgress | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useKebuEvent('job.progress', ({ progress }) => {
    latest.current = progress
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      const told = latest.current
      if (told?.jobId === useImportStore.getState().job?.id)
        useImportStore.setState({ progress: told })
    }, everyMs)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
