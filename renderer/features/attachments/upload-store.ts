import { create } from 'zustand'
import { AppError } from '@shared/core/errors'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { onBookClosed } from '@renderer/lib/book-closed'
import { type Refused, totalBytes, type Uploaded, uploadFiles } from './upload-files'

type Running = { customerId: number; files: number; progress: JobProgress; stop: AbortController }
type State = {
  /** Files on their way; one customer at a time. */
  running: Running | null
  /** Files that were refused last, until they are put away. */
  refused: { customerId: number; files: Refused[] } | null
}

const empty: State = { running: null, refused: null }

/** Files that are being added; outlives the page, so that one can look something up meanwhile. */
export const useUploadStore = create<State>()(() => empty)

const { getState: get, setState: set } = useUploadStore

/**
 * Adds files to a customer; answers what became of them, or null when they were cancelled or others are on their way.
 * @throws AppError for what stops every file
 */
export async function startUpload(
  customerId: number,
  files: readonly File[],
): Promise<Uploaded | null> {
  if (get().running !== null || files.length === 0) return null
  const stop = new AbortController()
  const jobId = crypto.randomUUID()
  const total = totalBytes(files)
  const progressAt = (done: number): JobProgress => ({
    ...{ jobId, kind: 'attachment', phase: 'reading', done, total, unit: 'bytes', leftMs: null },
  })
  const tell = (done: number) =>
    set({ running: { customerId, files: files.length, progress: progressAt(done), stop } })
  tell(0)
  set({ refused: null })
  try {
    const uploaded = await uploadFiles({
      ...{ customerId, files, signal: stop.signal },
      onProgress: (done) => isCurrent(stop) && tell(done),
    })
    if (isCurrent(stop) && uploaded.refused.length > 0)
      set({ refused: { customerId, files: uploaded.refused } })
    return uploaded
  } catch (error) {
    if (stop.signal.aborted || (error instanceof AppError && error.code === 'core.cancelled'))
      return null
    throw error
  } finally {
    if (isCurrent(stop)) set({ running: null })
  }
}

/** False after the book was closed meanwhile. */
function isCurrent(stop: AbortController): boolean {
  return get().running?.stop === stop
}

export function stopUpload(): void {
  get().running?.stop.abort()
}

export function dismissRefused(): void {
  set({ refused: null })
}

onBookClosed(() => {
  stopUpload()
  set(empty)
})
