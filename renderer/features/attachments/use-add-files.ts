import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorToast, useToast, useUndoToast } from '@renderer/lib/announce'
import { startUpload } from './upload-store'

/** Adds files to a customer and says what became of them, with 撤销. */
export function useAddFiles(customerId: number): (files: readonly File[]) => void {
  const { t } = useTranslation('attachments')
  const toast = useToast()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useCallback(
    (files) => {
      startUpload(customerId, files)
        .then((done) => {
          if (done === null) return
          if (done.added > 0) undoToast(t('toast.added', { count: done.added }))
          else if (done.already > 0) toast(t('toast.already', { count: done.already }))
        })
        .catch(errorToast)
    },
    [customerId, t, toast, undoToast, errorToast],
  )
}
