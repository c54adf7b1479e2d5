import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteInput } from '@shared/contract'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** What can be done with a case that is there. Each says what it did; a failure says why. */
export function useCaseCommands() {
  const { t } = useTranslation('service-cases')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  return useMemo(() => {
    /** @returns whether it went well */
    async function run(work: () => Promise<unknown>, said: string): Promise<boolean> {
      try {
        await work()
        undoToast(said)
        return true
      } catch (error) {
        errorToast(error)
        return false
      }
    }
    return {
      respond: (id: number) =>
        run(() => request('service-cases.respond', { id }), t('toast.responded')),
      move: (input: RouteInput<'service-cases.move'>) =>
        run(
          () => request('service-cases.move', input),
          t('toast.moved', { status: t(`common:caseStatus.${input.to}`) }),
        ),
      remove: (id: number) =>
        run(() => request('service-cases.delete', { id }), t('toast.deleted')),
    }
  }, [t, undoToast, errorToast])
}
