import { Button } from 'antd'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { AppError } from '@shared/core/errors'
import type { BackupDrill } from '@shared/features/backups/backup-drill.schema'
import { type DrillState, drillState } from '@shared/features/backups/backup-drill.rules'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import { Card } from './card'
import styles from './drill-card.module.css'
import { useDrill } from './use-drill'

const tones: Record<DrillState, string | undefined> = {
  none: undefined,
  passed: styles.passed,
  due: styles.due,
  overdue: styles.due,
  failed: styles.failed,
}

/** The rehearsal of a restore as the third card: how the last one went, when the next one comes, and one by hand (R094). */
export function DrillCard({ busy }: { busy: boolean }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const drill = useDrill()
  if (!drill.known) return null
  const { last, dueAt } = drill.known
  const state = drillState(last, dueAt, systemClock())
  return (
    <Card
      icon={History}
      title={t('drill.title')}
      badge={
        state !== 'none' && (
          <span className={`${styles.badge} ${tones[state]}`}>{t(`drill.state.${state}`)}</span>
        )
      }
    >
      {drill.running ? (
        <>
          <JobProgressBar progress={drill.progress} onCancel={() => void drill.cancel()} />
          <p className={styles.note}>{t('drill.runningNote')}</p>
        </>
      ) : (
        <>
          {last ? <Result last={last} /> : <p className={styles.fact}>{t('drill.what')}</p>}
          <p className={styles.note}>
            {dueAt !== null && dueAt > systemClock()
              ? t('drill.next', { when: format.prose(dueAt) })
              : t('drill.soon')}
          </p>
          <div>
            <Button size="small" disabled={busy} onClick={() => void drill.start()}>
              {t('drill.start')}
            </Button>
          </div>
        </>
      )}
    </Card>
  )
}

function Result({ last }: { last: BackupDrill }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const errorText = useErrorText()
  const when = format.prose(last.at)
  const tip = t('drill.of', { name: last.fileName, when: format.full(last.backupAt) })
  if (last.failure !== null)
    return (
      <p className={`${styles.fact} ${styles.wrong}`} title={tip}>
        {t('drill.failed', { when, why: errorText(new AppError(last.failure)) })}
      </p>
    )
  const seconds = Math.max(1, Math.round(last.durationMs / 1000))
  return (
    <p className={styles.fact} title={tip}>
      {t('drill.passed', { when, seconds, customers: format.count(last.customers) })}
    </p>
  )
}
