import { useState } from 'react'
import type { RouteOutput } from '@shared/contract'
import type { GrantedFolder } from '@shared/features/vault/vault.schema'
import { request, useRouteCommand, useRouteQuery } from '@renderer/lib/client'
import { useJob } from '@renderer/lib/use-job'
import { type SecretForm, toSecret } from './secret-form'

export type Restored = RouteOutput<'backups.restore'>

/** Where a backup is restored to, and the running of it. */
export function useRestore(file: string, onRestored: (restored: Restored) => void) {
  const job = useJob()
  const restore = useRouteCommand('backups.restore')
  const { data: suggested } = useRouteQuery('backups.suggestFolder', {})
  const [chosen, setChosen] = useState<GrantedFolder | null>(null)
  const folder = chosen ?? suggested ?? null
  return {
    folder,
    running: restore.isPending,
    error: restore.isPending ? null : restore.error,
    progress: job.progress,
    cancel: job.cancel,
    async chooseFolder(): Promise<void> {
      const picked = await request('vault.chooseFolder', {})
      if (picked) setChosen(picked)
    },
    start(values: SecretForm): void {
      if (!folder) return
      const input = { jobId: job.start(), file, folder: folder.token, ...toSecret(values) }
      restore.mutate(input, { onSuccess: onRestored, onSettled: job.finish })
    },
  }
}
