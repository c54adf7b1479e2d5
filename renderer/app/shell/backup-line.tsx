import { Progress, Tooltip } from 'antd'
import { HardDrive, HardDriveDownload, History, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { systemClock } from '@shared/core/clock'
import { daysBetween } from '@shared/core/dates'
import { backupState, type BackupState } from '@shared/features/backups/backup-state.rules'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { useBackupStore } from '@renderer/features/backups/backup-store'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useKebuEvent } from '@renderer/lib/use-kebu-event'
import styles from './backup-line.module.css'

const icon = { size: 16, strokeWidth: 1.6, 'aria-hidden': true } as const

/**
 * The last proven backup as a fact that weighs more with the days, and the drive that it is on (R094); while one runs, how far it is.
 * Leads to the backup page.
 */
export function BackupLine({ last, narrow }: { last: VaultState['lastBackup']; narrow: boolean }) {
  const byHand = useBackupStore((store) => store.jobId)
  const { data } = useRouteQuery('backups.getScheduleState', {})
  const running = byHand ?? data?.jobId ?? null
  const drill = data?.drillJobId ?? null
  if (running) return <RunningLine key={running} jobId={running} what="backup" narrow={narrow} />
  if (drill) return <RunningLine key={drill} jobId={drill} what="drill" narrow={narrow} />
  return <FactLine last={last} narrow={narrow} />
}

const looks: Record<BackupState, string | undefined> = {
  none: styles.old,
  fresh: styles.fresh,
  old: styles.old,
  overdue: styles.overdue,
}

function FactLine({ last, narrow }: { last: VaultState['lastBackup']; narrow: boolean }) {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const now = systemClock()
  const state = backupState(last?.at ?? null, now)
  const days = last ? daysBetween(last.at, now) : 0
  const words = wordsOf()
  const tip = last
    ? [format.full(last.at), last.drive].filter(Boolean).join(' · ')
    : t('backupLine.none')
  return (
    <Tooltip title={tip} placement="right">
      <Link
        to="/backup"
        className={`${styles.line} ${state === 'overdue' ? styles.overdueLine : ''}`}
        aria-label={[words, last?.drive].filter(Boolean).join(' · ')}
      >
        <HardDrive {...icon} className={`${styles.icon} ${looks[state]}`} />
        {!narrow && (
          <span className={styles.text}>
            <span className={styles.fact}>{words}</span>
            {last?.drive && <span className={styles.drive}>{last.drive}</span>}
          </span>
        )}
      </Link>
    </Tooltip>
  )

  function wordsOf(): string {
    if (!last) return t('backupLine.none')
    if (state === 'overdue') return t('backupLine.overdue', { count: days })
    return t('backupLine.done', { when: days > 1 ? format.ago(last.at) : format.day(last.at) })
  }
}

function RunningLine({
  jobId,
  what,
  narrow,
}: {
  jobId: string
  what: 'backup' | 'drill'
  narrow: boolean
}) {
  const { t } = useTranslation('shell')
  const [progress, setProgress] = useState<JobProgress | null>(null)
  useKebuEvent('job.progress', (event) => {
    if (event.progress.jobId === jobId) setProgress(event.progress)
  })
  const percent = progress?.total ? Math.floor((progress.done / progress.total) * 100) : 0
  const words = t(`backupLine.running.${what}`)
  const Icon = what === 'backup' ? HardDriveDownload : History
  return (
    <Tooltip title={narrow ? words : undefined} placement="right">
      <Link to="/backup" className={styles.line} aria-label={words}>
        <Icon {...icon} className={`${styles.icon} ${styles.running}`} />
        {!narrow && (
          <span className={styles.text}>
            <span className={styles.fact}>{words}</span>
            <Progress percent={percent} showInfo={false} size={{ height: 4 }} aria-label={words} />
          </span>
        )}
      </Link>
    </Tooltip>
  )
}

/** A line of its own for what went wrong by itself: a backup that was not made, or a rehearsal that failed or is long due. */
export function BackupWarning({ words, tip, narrow }: BackupWarningProps) {
  return (
    <Tooltip title={narrow ? `${words} ${tip}` : tip} placement="right">
      <Link to="/backup" className={styles.line} aria-label={words}>
        <TriangleAlert {...icon} className={`${styles.icon} ${styles.old}`} />
        {!narrow && <span className={styles.warning}>{words}</span>}
      </Link>
    </Tooltip>
  )
}

type BackupWarningProps = { words: string; tip: string; narrow: boolean }
