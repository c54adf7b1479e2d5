import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayGroup } from '@shared/features/today/today.enums'
import type { NextStep, TodayItem, Whose } from '@shared/features/today/today.schema'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { midnightOf } from '@shared/features/today/today.rules'
import { keyOf, lingerDone, useBoardStore } from './today-store'

/** What can be done with a row; each says so and offers 撤销. They answer whether it worked. */
export function useItemCommands() {
  const { t } = useTranslation('today')
  const format = useFormat()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useMemo(() => {
    async function attempt(
      work: () => Promise<{ changed: number }>,
      said: (changed: number) => string,
    ) {
      try {
        const { changed } = await work()
        if (changed > 0) undoToast(said(changed))
        return true
      } catch (error) {
        errorToast(error)
        return false
      }
    }
    const refOf = ({ kind, id }: TodayItem) => ({ kind, id })
    return {
      complete: (item: TodayItem, group: TodayGroup, next: NextStep | null) =>
        attempt(
          async () => {
            const answer = await request('today.complete', { item: refOf(item), next })
            lingerDone(item, group)
            return answer
          },
          () =>
            next === null
              ? t('toast.done')
              : t('toast.doneNext', { when: format.day(midnightOf(next.date)) }),
        ),
      snooze: (item: TodayItem, date: string) =>
        attempt(
          () => request('today.snooze', { item: refOf(item), to: { date } }),
          () => t('toast.snoozed', { when: format.day(midnightOf(date)) }),
        ),
      move: (item: TodayItem, date: string) =>
        attempt(
          () => request('today.move', { items: [refOf(item)], to: { date } }),
          () => t('toast.moved', { when: format.day(midnightOf(date)) }),
        ),
      moveOverdue: (whose: Whose) =>
        attempt(
          () => request('today.moveOverdue', { whose }),
          (changed) => t('toast.movedAll', { count: changed }),
        ),
    }
  }, [t, format, undoToast, errorToast])
}

export type ItemCommands = ReturnType<typeof useItemCommands>

/** Opens the question for the next step under a row, or puts it away. */
export function askNext(item: TodayItem): void {
  const key = keyOf(item)
  useBoardStore.setState({ completing: key, snoozing: null, cursor: key })
}
