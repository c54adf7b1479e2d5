import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AppError } from '@shared/core/errors'
import { useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'

/** Lets a kept book and the present one swap places; afterwards the window asks for a password of the one that came back. */
export function useTakeBack(onError?: (error: AppError) => void) {
  const { t } = useTranslation('backups')
  const toast = useToast()
  const navigate = useNavigate()
  const command = useRouteCommand('backups.takeBack')
  return {
    busy: command.isPending ? command.variables.kept : null,
    error: command.isPending ? null : command.error,
    start: (kept: string) =>
      command.mutate(
        { kept },
        {
          onSuccess: () => {
            toast(t('kept.done'))
            void navigate('/customers')
          },
          ...(onError ? { onError } : {}),
        },
      ),
  }
}
