import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** 已更新: stops the clocks of customers, says so and offers to take it back. */
export function useSettle(): (customerIds: number[]) => Promise<void> {
  const { t } = useTranslation('deadlines')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useCallback(
    async (customerIds) => {
      try {
        await request('deadlines.settle', { customerIds })
        undoToast(t('settled', { count: customerIds.length }))
      } catch (error) {
        errorToast(error)
      }
    },
    [t, undoToast, errorToast],
  )
}
