import { Check, CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupTarget } from '@shared/features/backups/backups.contract'
import {
  findTargetObstacle,
  listTargetWarnings,
} from '@shared/features/backups/backup-target.rules'
import { useFormat } from '@renderer/lib/format'
import { RoomBar } from './room-bar'
import styles from './target-card.module.css'

/** Room of a place, and what speaks against it or for it, in words. */
export function PlaceFacts({ target }: { target: BackupTarget }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const obstacle = findTargetObstacle(target)
  const warnings = listTargetWarnings(target)
  const values = {
    service: target.service ?? '',
    needed: format.bytes(target.neededBytes),
    free: format.bytes(target.freeBytes ?? 0),
  }
  return (
    <>
      <RoomBar target={target} />
      {obstacle && (
        <div className={`${styles.line} ${styles.stop}`} role="alert">
          <CircleAlert size={14} strokeWidth={1.6} aria-hidden />
          {t(`target.obstacle.${obstacle}`, values)}
        </div>
      )}
      {warnings.map((warning) => (
        <div key={warning} className={`${styles.line} ${styles.warn}`}>
          <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
          {t(`target.warning.${warning}`, values)}
        </div>
      ))}
      {!obstacle && !target.sameDisk && (
        <div className={`${styles.line} ${styles.ok}`}>
          <Check size={14} strokeWidth={1.6} aria-hidden />
          {t('target.otherDisk')}
        </div>
      )}
    </>
  )
}
