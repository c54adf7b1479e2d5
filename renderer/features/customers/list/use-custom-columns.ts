import { useMemo } from 'react'
import { useRouteQuery } from '@renderer/lib/client'
import { useCustomFields } from '@renderer/lib/custom-fields'
import { useLayoutStore } from '@renderer/lib/layout-store'

const most = 20

/** The fields of one's own that a person has chosen as columns, those that are gone left out, in the order of the fields. */
export function useCustomColumns(): { chosen: number[]; choose: (ids: number[]) => void } {
  const { data: state } = useRouteQuery('vault.getState', {})
  const person = state?.session?.uid ?? ''
  const stored = useLayoutStore(({ customColumns }) => customColumns[person])
  const setColumns = useLayoutStore(({ setCustomColumns }) => setCustomColumns)
  const fields = useCustomFields()
  const chosen = useMemo(
    () => fields.filter(({ id }) => stored?.includes(id)).map(({ id }) => id),
    [fields, stored],
  )
  return { chosen, choose: (ids) => setColumns(person, ids.slice(0, most)) }
}
