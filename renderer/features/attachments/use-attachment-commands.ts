import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AttachmentFields,
  AttachmentItem,
} from '@shared/features/attachments/attachments.schema'
import { useErrorToast, useToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { coverText, usePrivacy } from '@renderer/lib/privacy'

/** What can be done with a file that is there. Each says what it did; a failure says why. */
export function useAttachmentCommands() {
  const { t } = useTranslation('attachments')
  const covered = usePrivacy()
  const toast = useToast()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useMemo(() => {
    const named = (name: string) => ({ name: covered ? coverText(name) : name })
    return {
      async remove({ id, fileName }: AttachmentItem): Promise<void> {
        try {
          await request('attachments.delete', { id })
          undoToast(t('toast.deleted', named(fileName)))
        } catch (error) {
          errorToast(error)
        }
      },
      /** @throws AppError, which belongs on the form */
      async update(id: number, fields: AttachmentFields): Promise<void> {
        await request('attachments.update', { id, fields })
        undoToast(t('toast.updated'))
      },
      async saveAs({ id }: AttachmentItem, jobId: string): Promise<void> {
        try {
          const saved = await request('attachments.saveAs', { jobId, id })
          if (saved) toast(t('toast.saved', named(saved.fileName)))
        } catch (error) {
          errorToast(error)
        }
      },
    }
  }, [t, covered, toast, undoToast, errorToast])
}

export type AttachmentCommands = ReturnType<typeof useAttachmentCommands>
