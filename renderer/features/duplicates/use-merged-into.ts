import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '@renderer/lib/announce'
import { useRouteQuery } from '@renderer/lib/client'

/** The customer that this one was merged into, said once in a toast; null for one that stands for itself (R051). */
export function useMergedInto(id: number): number | null {
  const { t } = useTranslation('duplicates')
  const toast = useToast()
  const { data } = useRouteQuery('customers.get', { id })
  const into = data?.id === id ? data.mergedIntoId : null
  const code = data?.code ?? ''
  useEffect(() => {
    if (into !== null) toast(t('led', { code }))
  }, [into, code, t, toast])
  return into
}
