import { useWhose } from '@renderer/features/today/today-store'
import { useRouteQuery } from '@renderer/lib/client'

/**
 * The owner whose customers the board of today is about, by the choice 我的, 全部 or one person.
 * @returns null for everybody's; nothing while it is not known who one is
 */
export function useWhoseOwner(enabled: boolean): number | null | undefined {
  const whose = useWhose((state) => state.whose)
  const me = useRouteQuery('tasks.listPeople', {}, { enabled }).data?.me
  if (me === undefined) return undefined
  if (whose === 'all') return null
  return whose === 'mine' ? me : whose
}
