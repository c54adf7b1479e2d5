import type { BackupSchedule } from '@shared/features/backups/backup-schedule.schema'
import { useErrorToast } from '@renderer/lib/announce'
import { useRouteCommand, useRouteQuery } from '@renderer/lib/client'
import { useRights } from '@renderer/lib/use-rights'

/** When backups are made by themselves and how long they stay; a change is shown at once. */
export function useSchedule() {
  const errorToast = useErrorToast()
  const mayChange = useRights().allowed('vault.manage')
  const { data } = useRouteQuery('backups.getSchedule', {})
  const command = useRouteCommand('backups.setSchedule')
  const schedule: BackupSchedule | undefined =
    data && command.isPending ? { ...data, ...command.variables } : data
  return {
    schedule,
    disabled: !mayChange || command.isPending,
    set: (change: Partial<BackupSchedule>): void => {
      if (schedule) command.mutate({ ...schedule, ...change }, { onError: errorToast })
    },
  }
}
