import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteInput } from '@shared/contract'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** Writes a check down, says so and offers 撤销; answers whether it worked. */
export function useVerify(): (input: RouteInput<'quality.verify'>) => Promise<boolean> {
  const { t } = useTranslation('quality')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useCallback(
    async (input) => {
      try {
        await request('quality.verify', input)
        const fields = input.fields.map((field) => t(`field.${field}`))
        undoToast(t('verify.done', { fields: fields.join(t('customers:list.and')) }))
        return true
      } catch (error) {
        errorToast(error)
        return false
      }
    },
    [t, undoToast, errorToast],
  )
}
