import { useTranslation } from 'react-i18next'
import type { UserAccount } from '@shared/features/users/users.schema'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'

/** 停用 and 启用, which ask nothing; `onDisabled` runs when somebody can no longer sign in. */
export function useSwitchUser(onDisabled: (user: UserAccount) => void) {
  const { t } = useTranslation('users')
  const toast = useToast()
  const errorToast = useErrorToast()
  const disable = useRouteCommand('users.disable')
  const enable = useRouteCommand('users.enable')
  return {
    disable: (user: UserAccount) =>
      disable.mutate(
        { uid: user.uid },
        {
          onSuccess: () => {
            toast(t('done.disable', { name: user.name }))
            onDisabled(user)
          },
          onError: errorToast,
        },
      ),
    enable: (user: UserAccount) =>
      enable.mutate(
        { uid: user.uid },
        {
          onSuccess: () => toast(t('done.enable', { name: user.name })),
          onError: errorToast,
        },
      ),
  }
}
