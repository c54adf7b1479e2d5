import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AttachmentFields,
  AttachmentItem,
} from '@shared/features/attachments/attachments.schema'
import { useAttempt, useToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { coverText, usePrivacy } from '@renderer/lib/privacy'

/** What can be done with a file that is there. Each says what it did; a failure says why. */
export function useAttachmentCommands() {
  const { t } = useTranslation('attachments')
  const covered = usePrivacy()
  const toast = useToast()
  const undoToast = useUndoToast()
  const attempt = useAttempt()
  return useMemo(() => {
    const named = (name: string) => ({ name: covered ? coverText(name) : name })
    return {
      remove: ({ id, fileName }: AttachmentItem) =>
        attempt(async () => {
          await request('attachments.delete', { id })
          return t('toast.deleted', named(fileName))
        }),
      /** @throws AppError, which belongs on the form */
      async update(id: number, fields: AttachmentFields): Promise<void> {
        await request('attachments.update', { id, fields })
        undoToast(t('toast.updated'))
      },
      saveAs: ({ id }: AttachmentItem, jobId: string) =>
        attempt(async () => {
          const saved = await request('attachments.saveAs', { jobId, id })
          if (saved) toast(t('toast.saved', named(saved.fileName)))
          return null
        }),
    }
  }, [t, covered, toast, undoToast, attempt])
}

export type AttachmentCommands = ReturnType<typeof useAttachmentCommands>
