import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { coverText, usePrivacy } from '@renderer/lib/privacy'

/** Takes a person away or moves them; says so and offers 撤销. */
export function useContactCommands(customerId: number) {
  const { t } = useTranslation('contacts')
  const covered = usePrivacy()
  const attempt = useAttempt()
  return useMemo(() => {
    const run = (text: string, work: () => Promise<unknown>) =>
      attempt(() => work().then(() => text))
    return {
      remove: (id: number, name: string) =>
        run(t('toast.removed', { name: covered ? coverText(name) : name }), () =>
          request('contacts.delete', { customerId, id }),
        ),
      reorder: (ids: number[]) =>
        run(t('toast.moved'), () => request('contacts.reorder', { customerId, ids })),
    }
  }, [customerId, t, covered, attempt])
}
