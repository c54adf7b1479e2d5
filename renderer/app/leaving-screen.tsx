import { Button } from 'antd'
import { HardDriveDownload } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { WindowBar } from '@renderer/components/window-bar'
import { request, useRouteQuery } from '@renderer/lib/client'
import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import { useRights } from '@renderer/lib/use-rights'
import styles from './leaving-screen.module.css'

/**
 * Covers everything while a last backup is made before the book locks or the program ends (R094): whoever locks may walk away, so nothing
 * of the book is to be seen meanwhile.
 */
export function LeavingScreen() {
  const mayBackUp = useRights().allowed('backups.create')
  const { data } = useRouteQuery('backups.getScheduleState', {}, { enabled: mayBackUp })
  return mayBackUp && data?.leaving && data.jobId !== null ? <Cover jobId={data.jobId} /> : null
}

function Cover({ jobId }: { jobId: string }) {
  const { t } = useTranslation('locking')
  const dialog = useRef<HTMLDialogElement>(null)
  const [progress, setProgress] = useState<JobProgress | null>(null)
  useKebuEvent('job.progress', (event) => {
    if (event.progress.jobId === jobId) setProgress(event.progress)
  })
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // Not the button: a key that was still meant for the page must not end the backup.
    shown?.focus()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.cover}
      aria-label={t('leaving.title')}
      tabIndex={-1}
      onCancel={(event) => event.preventDefault()}
    >
      <WindowBar />
      <div className={styles.middle}>
        <HardDriveDownload size={32} strokeWidth={1.6} aria-hidden className={styles.icon} />
        <h1 className={styles.title}>{t('leaving.title')}</h1>
        <p className={styles.note}>{t('leaving.note')}</p>
        <div className={styles.progress}>
          <JobProgressBar progress={progress} />
        </div>
        {/* Asked again, the lock waits no longer and cancels the backup itself. */}
        <Button onClick={() => void request('vault.lock', {})}>{t('leaving.now')}</Button>
        <p className={styles.note}>{t('leaving.nowNote')}</p>
      </div>
    </dialog>
  )
}
