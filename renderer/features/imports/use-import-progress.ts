import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import { useImportStore } from './import-store'

/** Puts the progress of the running job into the store; the program tells it ten times a second at most. */
export function useImportProgress(): void {
  useKebuEvent('job.progress', ({ progress }) => {
    if (progress.jobId === useImportStore.getState().job?.id) useImportStore.setState({ progress })
  })
}
