import type { VaultProblem } from '@shared/features/vault/vault.schema'
import { useRouteQuery } from '@renderer/lib/client'

/** Where a book lies now whose folder is gone; null for other problems, and while it is not found. */
export function useFoundFolder(kind: VaultProblem): string | null {
  const { data } = useRouteQuery('vault.findMoved', {}, { enabled: kind === 'folder-missing' })
  return data?.path ?? null
}
