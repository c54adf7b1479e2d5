import { Usb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { daysBetween } from '@shared/core/dates'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { listKnownPlaces } from '@shared/features/backups/backup-target.rules'
import { Card } from './card'
import styles from './schedule-card.module.css'

/** After so many days without a backup the second place is a warning. */
const lateDays = 14

/** The other place that backups go to and how long ago it got one; one place alone burns or gets stolen with the computer (R094). */
export function SecondPlaceCard({ backups }: { backups: readonly BackupRecord[] }) {
  const { t } = useTranslation('backups')
  const second = listKnownPlaces(backups)[1]
  const days = second ? daysBetween(second.lastAt, systemClock()) : 0
  return (
    <Card icon={Usb} title={t('second.title')}>
      {second ? (
        <div className={styles.row}>
          <span className={styles.place} title={second.folder}>
            {second.name}
          </span>
          <span className={days >= lateDays ? styles.late : styles.term}>
            {days === 0 ? t('second.today') : t('second.days', { count: days })}
          </span>
        </div>
      ) : (
        <p className={styles.note}>{t('second.none')}</p>
      )}
    </Card>
  )
}
