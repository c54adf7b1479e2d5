import { JobProgressBar } from '@renderer/components/job-progress-bar'
import styles from './export-progress.module.css'
import type { CustomerExport } from './use-customer-export'

/** A shorter export is done before anybody has read where it stands. */
const longExport = 2000

/** Where a long export stands, with 取消; nothing for a short one. */
export function ExportProgress({ progress, cancel }: Pick<CustomerExport, 'progress' | 'cancel'>) {
  if (progress === null || (progress.total ?? 0) <= longExport) return null
  return (
    <div className={styles.bar}>
      <JobProgressBar progress={progress} onCancel={() => void cancel()} />
    </div>
  )
}
