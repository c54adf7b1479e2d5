import { Button } from 'antd'
import { Check, HardDrive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { systemClock } from '@shared/core/clock'
import { backupState } from '@shared/features/backups/backup-state.rules'
import { placeName } from '@shared/features/backups/backup-target.rules'
import { RailCard } from '@renderer/components/rail-card'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import styles from './today-card.module.css'

/** The state of the backups in three lines, beside the board of today. */
export function BackupTodayCard({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { data } = useRouteQuery('backups.list', {})
  const drill = useRouteQuery('backups.getDrill', {})
  if (!data) return null
  const last = data.backups[0] ?? null
  const isFresh = backupState(last?.provenAt ?? null, systemClock()) === 'fresh'
  const rehearsed = drill.data?.last
  return (
    <RailCard
      icon={HardDrive}
      title={t('today.title')}
      note={
        isFresh && (
          <span className={styles.proven}>
            <Check size={13} strokeWidth={1.6} aria-hidden />
            {t('today.proven')}
          </span>
        )
      }
    >
      {last ? (
        <>
          <p className={styles.fact} title={format.full(last.provenAt)}>
            {[format.day(last.provenAt), t(`kinds.${last.kind}`), format.bytes(last.bytes)].join(
              ' · ',
            )}
          </p>
          <p className={styles.place}>{placeName(last.folder)}</p>
        </>
      ) : (
        <p className={styles.fact}>{t('state.none')}</p>
      )}
      <div className={styles.foot}>
        <span className={styles.note}>
          {rehearsed ? t('today.drill', { when: format.ago(rehearsed.at) }) : t('today.noDrill')}
        </span>
        <Button size="small" onClick={onOpen}>
          {t('today.open')}
        </Button>
      </div>
    </RailCard>
  )
}
