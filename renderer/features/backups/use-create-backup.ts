import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '@shared/core/errors'
import type { BackupTarget } from '@shared/features/backups/backups.contract'
import {
  findTargetObstacle,
  listTargetWarnings,
} from '@shared/features/backups/backup-target.rules'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { useToast } from '@renderer/lib/announce'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import { useBackupStore } from './backup-store'

/** The place and the running of a backup: choose, warn, write, prove, cancel. */
export function useCreateBackup() {
  const { t } = useTranslation('backups')
  const toast = useToast()
  const { chosen, choose, jobId: byHand, error } = useBackupStore()
  const { data: schedule } = useRouteQuery('backups.getScheduleState', {})
  const jobId = byHand ?? schedule?.jobId ?? null
  const set = useBackupStore.setState
  const { data: suggested } = useRouteQuery('backups.suggestTarget', {})
  const { data: plugged } = useRouteQuery('backups.listDrives', {})
  const [progress, setProgress] = useState<JobProgress | null>(null)
  useKebuEvent('job.progress', (event) => {
    if (event.progress.jobId === (useBackupStore.getState().jobId ?? jobId))
      setProgress(event.progress)
  })
  const onlyDrive = plugged?.drives.length === 1 ? plugged.drives[0] : null
  const target = chosen ?? suggested ?? onlyDrive ?? null

  /** Answers whether it went well. */
  async function guarded(work: () => Promise<void>): Promise<boolean> {
    set({ error: null })
    try {
      await work()
      return true
    } catch (problem) {
      if (problem instanceof AppError && problem.code === 'core.cancelled') toast(t('cancelled'))
      else set({ error: problem })
      return false
    }
  }

  async function write(place: BackupTarget): Promise<void> {
    const id = crypto.randomUUID()
    setProgress(null)
    set({ jobId: id })
    try {
      await request('backups.create', { jobId: id, target: place.token })
      toast(t('done'))
    } finally {
      set({ jobId: null })
    }
  }

  async function chooseTarget(): Promise<BackupTarget | null> {
    const picked = await request('backups.chooseTarget', {})
    if (picked) choose(picked)
    return picked
  }

  return {
    target,
    running: jobId !== null,
    error,
    progress,
    cancel: async () => {
      if (jobId) await request('jobs.cancel', { jobId })
    },
    /** Writes to this place; answers whether the backup was proven. */
    startAt: (place: BackupTarget) => guarded(() => write(place)),
    choose: () => guarded(async () => void (await chooseTarget())),
    /** Starts at once where a usable place is known; else asks for one and starts if nothing speaks against it. */
    start: () =>
      guarded(async () => {
        if (target && !findTargetObstacle(target)) return write(target)
        const picked = await chooseTarget()
        const clear =
          picked && !findTargetObstacle(picked) && listTargetWarnings(picked).length === 0
        if (picked && clear) await write(picked)
      }),
  }
}
