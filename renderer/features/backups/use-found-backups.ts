import { useQuery } from '@tanstack/react-query'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import { request } from '@renderer/lib/client'
import { useJob } from '@renderer/lib/use-job'

export type FoundBackups = RouteOutput<'backups.listFiles'>

/** What lies in a place, read anew each time the page is opened; leaving or choosing another place ends the reading. */
export function useFoundBackups(place: string | null) {
  const job = useJob()
  const query = useQuery<FoundBackups, AppError>({
    queryKey: ['backup-files', place],
    enabled: place !== null,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const jobId = job.start()
      signal.addEventListener('abort', () => void request('jobs.cancel', { jobId }))
      return request('backups.listFiles', { jobId, place: place ?? '' })
    },
  })
  return {
    found: query.data ?? null,
    reading: query.isFetching,
    error: query.isFetching ? null : query.error,
    progress: job.progress,
    cancel: job.cancel,
    again: () => void query.refetch(),
  }
}
