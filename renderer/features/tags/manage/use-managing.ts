import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import type { StandardSet } from '@shared/features/tags/standard-sets'
import type { TagFields, TagWithCount } from '@shared/features/tags/tags.schema'
import { useAttempt, useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** What is done to tags themselves; each says what it did and offers 撤销. */
export function useManaging(offerMerge: (ids: number[], survivorId: number) => void) {
  const { t, i18n } = useTranslation(['tags', 'conditions'])
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const attempt = useAttempt()
  return useMemo(() => {
    return {
      /** Onto the name of another one it offers to merge the two. */
      update: async (tag: TagWithCount, change: Partial<TagFields>): Promise<boolean> => {
        const { id, name, color, subgroup } = tag
        try {
          await request('tags.update', { id, name, color, subgroup, ...change })
          undoToast(t('toast.updated', { name: change.name ?? name }))
          return true
        } catch (error) {
          const other = error instanceof AppError && error.code === 'tags.name-taken'
          const otherId = other ? Number(error.details.id) : 0
          if (otherId > 0) offerMerge([id, otherId], otherId)
          else errorToast(error)
          return false
        }
      },
      archive: ({ id, name }: TagWithCount) =>
        attempt(async () => {
          await request('tags.archive', { tagIds: [id] })
          return t('toast.archived', { name })
        }),
      unarchive: ({ id, name }: TagWithCount) =>
        attempt(async () => {
          await request('tags.unarchive', { tagIds: [id] })
          return t('toast.unarchived', { name })
        }),
      remove: (tags: readonly TagWithCount[]) =>
        attempt(async () => {
          const { customers } = await request('tags.delete', { tagIds: tags.map(({ id }) => id) })
          const names = tags.map(({ name }) => name).join(t('conditions:comma'))
          return t('toast.deleted', { names, count: customers })
        }),
      insertSet: (set: StandardSet) =>
        attempt(async () => {
          const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
          const { added } = await request('tags.insertSet', { set, language })
          return t('toast.inserted', { count: added })
        }),
    }
  }, [t, i18n, attempt, undoToast, errorToast, offerMerge])
}
