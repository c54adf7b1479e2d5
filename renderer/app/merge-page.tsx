import { Navigate, useParams } from 'react-router'
import { MergePage as Merge } from '@renderer/features/duplicates/merge-page'

const most = 20

/** The page of a merge; which customers stands in its address, the proposed survivor first. */
export function MergePage() {
  const { ids: listed = '' } = useParams()
  const ids = [...new Set(listed.split('-').map(Number))]
  const isGood = ids.every((id) => Number.isSafeInteger(id) && id > 0)
  if (!isGood || ids.length < 2 || ids.length > most) return <Navigate to="/customers" replace />
  return <Merge key={listed} ids={ids} />
}
