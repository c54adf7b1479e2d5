import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import type { CalendarPlan } from '@shared/features/tasks/calendar-file.schema'
import { useErrorToast, useToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useJob } from '@renderer/lib/use-job'

/** Calendar files out and in, one at a time. What was read waits in `plan` for the person's word. */
export function useCalendarFiles() {
  const { t, i18n } = useTranslation('tasks')
  const format = useFormat()
  const toast = useToast()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const { progress, start, finish, cancel } = useJob()
  const [busy, setBusy] = useState(false)
  const [plan, setPlan] = useState<CalendarPlan | null>(null)

  async function run(work: (jobId: string) => Promise<void>) {
    if (busy) return
    setBusy(true)
    try {
      await work(start())
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'core.cancelled')) errorToast(error)
    }
    finish()
    setBusy(false)
  }

  return {
    ...{ busy, plan, progress, cancel },
    save: (whose: 'mine' | 'all') =>
      run(async (jobId) => {
        const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
        const saved = await request('tasks.exportCalendar', { jobId, whose, language })
        if (saved)
          toast(t('file.saved', { count: saved.entries, shown: format.count(saved.entries) }))
      }),
    read: () => run(async (jobId) => setPlan(await request('tasks.readCalendar', { jobId }))),
    /** @throws AppError, which belongs on the dialog */
    async commit({ importId }: CalendarPlan, withPast: boolean) {
      const done = await request('tasks.importCalendar', { importId, withPast })
      setPlan(null)
      const count = done.created + (withPast ? done.past : 0)
      undoToast(t('file.imported', { count, updated: done.updated }))
    },
    drop({ importId }: CalendarPlan) {
      setPlan(null)
      void request('tasks.dropCalendar', { importId }).catch(() => undefined)
    },
  }
}

export type CalendarFiles = ReturnType<typeof useCalendarFiles>
