import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { useFormat } from '@renderer/lib/format'
import styles from './job-progress-bar.module.css'

/** Where a job stands: phase, counts done and in all, how long this phase will take, and 取消. Without a progress yet it says that it begins. */
export function JobProgressBar({
  progress,
  onCancel,
}: {
  progress: JobProgress | null
  onCancel?: () => void
}) {
  const { t } = useTranslation('common')
  const format = useFormat()
  const amount = (value: number) =>
    progress?.unit === 'bytes' ? format.bytes(value) : format.count(value)
  const known = progress !== null && progress.total !== null && progress.total > 0
  const percent = known
    ? Math.min(100, Math.floor((progress.done / (progress.total ?? 1)) * 100))
    : 0
  return (
    <div className={styles.job} role="status">
      <div className={styles.row}>
        <span className={styles.phase}>{t(`job.${progress?.phase ?? 'starting'}`)}</span>
        {progress && (
          <span className={styles.counts}>
            {progress.total === null
              ? amount(progress.done)
              : `${amount(progress.done)} / ${amount(progress.total)}`}
            {progress.unit !== 'bytes' && ` ${t(`job.${progress.unit}`)}`}
          </span>
        )}
        {progress && progress.leftMs !== null && (
          <span className={styles.left}>{format.timeLeft(progress.leftMs)}</span>
        )}
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <Progress percent={percent} showInfo={false} size="small" aria-label={t('job.label')} />
    </div>
  )
}
