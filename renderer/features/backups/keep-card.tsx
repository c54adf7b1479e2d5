import { Archive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { rotationLimits } from '@shared/features/backups/backup-rotation.rules'
import { Card } from './card'
import styles from './schedule-card.module.css'
import { SwitchRow } from './switch-row'
import { useSchedule } from './use-schedule'

const spans = ['day', 'week', 'month', 'year'] as const

/** How long backups stay, by the one rule of the program; who does not manage the vault sees it and changes nothing (R094). */
export function KeepCard() {
  const { t } = useTranslation('backups')
  const { schedule, disabled, set } = useSchedule()
  if (!schedule) return null
  return (
    <Card icon={Archive} title={t('keep.title')}>
      <SwitchRow
        label={t('schedule.rotate')}
        checked={schedule.rotate}
        disabled={disabled}
        onChange={(rotate) => set({ rotate })}
      />
      {schedule.rotate ? (
        <>
          {spans.map((span) => (
            <div key={span} className={styles.row}>
              <span className={styles.term}>{t(`keep.${span}`)}</span>
              <span>{t('keep.count', { count: rotationLimits[span] })}</span>
            </div>
          ))}
          <p className={styles.note}>{t('keep.note')}</p>
        </>
      ) : (
        <p className={styles.note}>{t('schedule.keepAll')}</p>
      )}
    </Card>
  )
}
