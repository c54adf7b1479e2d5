import { Check, LoaderCircle, ShieldAlert, ShieldCheck, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { daysBetween } from '@shared/core/dates'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { backupState, type BackupState } from '@shared/features/backups/backup-state.rules'
import { placeName } from '@shared/features/backups/backup-target.rules'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { useFormat } from '@renderer/lib/format'
import { Card } from './card'
import styles from './state-card.module.css'

const looks: Record<BackupState, { icon: LucideIcon; colour: string }> = {
  none: { icon: ShieldAlert, colour: 'var(--ant-color-warning)' },
  fresh: { icon: ShieldCheck, colour: 'var(--ant-color-success)' },
  old: { icon: ShieldAlert, colour: 'var(--ant-color-warning)' },
  overdue: { icon: ShieldAlert, colour: 'var(--kb-overdue)' },
}

/** Where the book stands: when the last backup was proven, as a fact with its time; the warning grows with the days. */
export function StateCard({ last }: { last: BackupRecord | null }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const now = systemClock()
  const state = backupState(last?.provenAt ?? null, now)
  const { icon, colour } = looks[state]
  const days = last ? daysBetween(last.provenAt, now) : 0
  if (!last)
    return (
      <Card icon={icon} colour={colour} title={t('state.none')}>
        <p className={styles.sentence}>{t('state.noneNote')}</p>
      </Card>
    )
  const checks = [
    t('state.checks.integrity'),
    t('state.checks.customers', { count: last.customers }),
    t('state.checks.audit'),
  ]
  return (
    <Card icon={icon} colour={colour} title={t(`state.${state}`, { count: days })}>
      <p className={styles.sentence} title={format.full(last.provenAt)}>
        {t('state.provenAt', {
          when: format.day(last.provenAt),
          place: placeName(last.folder),
        })}
      </p>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <li key={check} className={styles.check}>
            <Check size={14} strokeWidth={1.6} aria-hidden className={styles.tick} />
            {check}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The same place while a backup is being written and proven. */
export function RunningCard({
  progress,
  onCancel,
}: {
  progress: JobProgress | null
  onCancel: () => void
}) {
  const { t } = useTranslation('backups')
  return (
    <Card icon={LoaderCircle} title={t('state.running')}>
      <JobProgressBar progress={progress} onCancel={onCancel} />
      <p className={styles.sentence}>{t('state.runningNote')}</p>
    </Card>
  )
}
