import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'

/** Says that a restore was cut off by a power cut and the book got its place back; the program found out when it looked at it. */
export function usePutBackNotice(): void {
  const { t } = useTranslation('backups')
  const toast = useToast()
  const { dataUpdatedAt } = useRouteQuery('vault.getState', {})
  useEffect(() => {
    if (dataUpdatedAt === 0) return
    void request('backups.takeNotice', {})
      .then(({ putBack }) => {
        if (putBack !== null) toast(t('kept.putBack', { name: putBack }))
      })
      // A notice is not worth an error.
      .catch(() => undefined)
  }, [dataUpdatedAt, t, toast])
}
