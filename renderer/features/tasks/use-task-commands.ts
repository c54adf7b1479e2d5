import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteInput } from '@shared/contract'
import type { TaskFormValues, TaskItem } from '@shared/features/tasks/tasks.schema'
import { useAttempt, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { coverText, usePrivacy } from '@renderer/lib/privacy'

type Reach = RouteInput<'tasks.delete'>['reach']

/** What can be done with tasks. Each says what it did and offers 撤销; a failure says why. */
export function useTaskCommands() {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const covered = usePrivacy()
  const undoToast = useUndoToast()
  const attempt = useAttempt()
  return useMemo(() => {
    const named = ({ title }: Pick<TaskItem, 'title'>) => ({
      title: covered ? coverText(title) : title,
    })
    return {
      /** @returns whether it is written */
      add: (fields: TaskFormValues) =>
        attempt(async () => {
          await request('tasks.create', fields)
          return t('toast.created', named({ title: fields.title }))
        }),
      /** @throws AppError, which belongs on the form */
      async create(fields: TaskFormValues): Promise<void> {
        await request('tasks.create', fields)
        undoToast(t('toast.created', named({ title: fields.title })))
      },
      /** @throws AppError, which belongs on the form */
      async update(input: RouteInput<'tasks.update'>): Promise<void> {
        await request('tasks.update', input)
        undoToast(t('toast.updated'))
      },
      complete: (task: TaskItem) =>
        attempt(async () => {
          const { nextDueAt } = await request('tasks.complete', { id: task.id })
          if (nextDueAt === null) return t('toast.done', named(task))
          return t('toast.doneNext', { ...named(task), when: format.day(nextDueAt) })
        }),
      cancel: (task: TaskItem) =>
        attempt(async () => {
          await request('tasks.cancel', { id: task.id })
          return t('toast.cancelled', named(task))
        }),
      reopen: (task: TaskItem) =>
        attempt(async () => {
          await request('tasks.reopen', { id: task.id })
          return t('toast.reopened', named(task))
        }),
      remove: (task: TaskItem, reach: Reach) =>
        attempt(async () => {
          await request('tasks.delete', { id: task.id, reach })
          return t('toast.deleted', named(task))
        }),
      tick: (task: TaskItem, index: number, done: boolean) =>
        attempt(async () => {
          await request('tasks.setChecklistItem', { id: task.id, index, done })
          return null
        }),
    }
  }, [t, format, covered, undoToast, attempt])
}

export type TaskCommands = ReturnType<typeof useTaskCommands>
