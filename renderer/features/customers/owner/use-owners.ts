import { useMemo } from 'react'
import { useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'

/**
 * People who customers may be given to, for those who may give them away; and one's own row id among them.
 */
export function useOwners() {
  const { allowed } = useRights()
  const { data: state } = useRouteQuery('vault.getState', {})
  const { data, error } = useRouteQuery(
    'ownership.listOwners',
    {},
    { enabled: allowed('customers.transfer') },
  )
  const uid = state?.session?.uid
  return useMemo(() => {
    const owners = data?.owners ?? []
    return { owners, error, me: owners.find((owner) => owner.uid === uid)?.id ?? null }
  }, [data, error, uid])
}
