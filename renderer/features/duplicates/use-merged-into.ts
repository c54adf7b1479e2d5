import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'

/** The customer that this one was merged into, said once in a toast; null for one that stands for itself (R051). */
export function useMergedInto(id: number): number | null {
  const { t } = useTranslation('duplicates')
  const toast = useToast()
  const { data, isFetching } = useRouteQuery('customers.get', { id })
  // What is being read anew may be of before an undo, and there is no way back from being led away.
  const into = !isFetching && data?.id === id ? data.mergedIntoId : null
  const code = data?.code ?? ''
  useEffect(() => {
    if (into !== null) toast(t('led', { code }))
  }, [into, code, t, toast])
  return into
}
