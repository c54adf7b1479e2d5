import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TagInput } from '@shared/features/tags/tags.schema'
import { useAttempt, useToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** Puts a tag on and takes it off; says what was done and offers 撤销. */
export function useTagCommands() {
  const { t } = useTranslation('tags')
  const toast = useToast()
  const attempt = useAttempt()
  return useMemo(
    () => ({
      attach: (customerIds: number[], tag: TagInput) =>
        attempt(async () => {
          const { changed } = await request('tags.attach', { customerIds, tags: [tag] })
          if (changed > 0) return t('toast.attached', { count: changed, name: tag.name })
          toast(t('toast.already', { name: tag.name }))
          return null
        }),
      detach: (customerIds: number[], tag: { id: number; name: string }) =>
        attempt(async () => {
          await request('tags.detach', { customerIds, tagIds: [tag.id] })
          return t('toast.detached', { name: tag.name })
        }),
    }),
    [t, toast, attempt],
  )
}
