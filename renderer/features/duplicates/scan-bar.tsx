import { Button } from 'antd'
import { ScanSearch } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LastScan } from '@shared/features/duplicates/duplicates.contract'
import { AppError } from '@shared/core/errors'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import { useJob } from '@renderer/lib/use-job'
import styles from './scan-bar.module.css'

/** When the whole book was looked through last, and the button to do it now; while it runs, how far it is. */
export function ScanBar({ scan }: { scan: LastScan | null }) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const errorText = useErrorText()
  const job = useJob()
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  async function start(): Promise<void> {
    setRunning(true)
    setProblem(null)
    try {
      await request('duplicates.scan', { jobId: job.start() })
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'core.cancelled')) setProblem(error)
    } finally {
      setRunning(false)
      job.finish()
    }
  }

  if (running)
    return (
      <div className={styles.bar}>
        <JobProgressBar progress={job.progress} onCancel={() => void job.cancel()} />
      </div>
    )
  return (
    <div className={styles.bar}>
      {problem !== null && <Note tone="error">{errorText(problem)}</Note>}
      <div className={styles.row}>
        <span className={styles.last}>
          {scan
            ? t('scan.last', {
                when: format.day(scan.at),
                shown: format.count(scan.customers),
                count: scan.customers,
              })
            : t('scan.never')}
        </span>
        <Button type="primary" onClick={() => void start()}>
          <ScanSearch size={16} strokeWidth={1.6} aria-hidden />
          {t(scan ? 'scan.again' : 'scan.start')}
        </Button>
      </div>
    </div>
  )
}
