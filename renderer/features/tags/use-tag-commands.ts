import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TagInput } from '@shared/features/tags/tags.schema'
import { useErrorToast, useToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** Puts a tag on and takes it off; says what was done and offers 撤销. */
export function useTagCommands() {
  const { t } = useTranslation('tags')
  const toast = useToast()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useMemo(
    () => ({
      attach: async (customerIds: number[], tag: TagInput): Promise<boolean> => {
        try {
          const { changed } = await request('tags.attach', { customerIds, tags: [tag] })
          if (changed === 0) toast(t('toast.already', { name: tag.name }))
          else undoToast(t('toast.attached', { count: changed, name: tag.name }))
          return true
        } catch (error) {
          errorToast(error)
          return false
        }
      },
      detach: async (customerIds: number[], tag: { id: number; name: string }): Promise<void> => {
        try {
          await request('tags.detach', { customerIds, tagIds: [tag.id] })
          undoToast(t('toast.detached', { name: tag.name }))
        } catch (error) {
          errorToast(error)
        }
      },
    }),
    [t, toast, undoToast, errorToast],
  )
}
