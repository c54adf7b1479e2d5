import { useNavigate } from 'react-router'
import { useRouteQuery } from '@renderer/lib/client'
import { useListStore } from '../list/list-store'

/** Rows shown over the customer when one comes back to the list. */
const rowsAbove = 5

/** Where the customer stands in the list one came from, and the ways to its neighbours. */
export function usePosition(id: number) {
  const navigate = useNavigate()
  const filter = useListStore((state) => state.filter)
  const sort = useListStore((state) => state.sort)
  const { data } = useRouteQuery('customers.listIds', { filter, sort })
  const ids = data?.ids ?? []
  const at = ids.indexOf(id)

  const go = (step: number) => {
    const next = at < 0 ? undefined : ids[at + step]
    if (next === undefined) return
    useListStore.setState({ cursor: at + step, firstRow: Math.max(0, at + step - rowsAbove) })
    void navigate(`/customers/${next}`, { replace: true })
  }
  return {
    /** 0-based; −1 when the list does not hold the customer. */
    at,
    total: ids.length,
    previous: at > 0 ? () => go(-1) : null,
    next: at >= 0 && at < ids.length - 1 ? () => go(1) : null,
  }
}
