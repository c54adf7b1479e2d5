import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'

/** How many groups are to be settled; nothing where there are none. */
export function DuplicateCount({ className }: { className?: string | undefined }) {
  const format = useFormat()
  const { data } = useRouteQuery('duplicates.count', {})
  return data && data.clusters > 0 ? (
    <span className={className}>{format.count(data.clusters)}</span>
  ) : null
}
