import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteInput } from '@shared/contract'
import { useAttempt } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'

/** What can be done with a case that is there. Each says what it did; a failure says why. */
export function useCaseCommands() {
  const { t } = useTranslation('service-cases')
  const attempt = useAttempt()
  return useMemo(() => {
    /** @returns whether it went well */
    const run = (work: () => Promise<unknown>, said: string) =>
      attempt(() => work().then(() => said))
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
  }, [t, attempt])
}
