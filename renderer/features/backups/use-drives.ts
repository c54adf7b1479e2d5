import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupDrive } from '@shared/features/backups/backups.contract'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useToastStore } from '@renderer/lib/toast-store'
import { useBackupStore } from './backup-store'

/**
 * The plugged-in drives, and the two things one does with them.
 * @param write runs a backup there; answers whether it was proven
 */
export function useDrives(write: (drive: BackupDrive) => Promise<boolean>) {
  const { t } = useTranslation('backups')
  const toast = useToast()
  const errorToast = useErrorToast()
  const show = useToastStore((store) => store.show)
  const { data } = useRouteQuery('backups.listDrives', {})
  const [ejecting, setEjecting] = useState<string | null>(null)

  async function eject({ drive, label }: BackupDrive): Promise<void> {
    setEjecting(drive)
    try {
      const { result } = await request('backups.eject', { drive })
      if (result === 'refused')
        show({ tone: 'error', text: t('drive.result.refused', { label }), undo: null })
      else toast(t(`drive.result.${result}`, { label }))
    } catch (error) {
      errorToast(error)
    } finally {
      setEjecting(null)
    }
  }

  async function backUp(drive: BackupDrive): Promise<void> {
    const { ejectAfter } = useBackupStore.getState()
    if ((await write(drive)) && ejectAfter) await eject(drive)
  }

  return { drives: data?.drives ?? [], ejecting, eject, backUp }
}
