import { useTranslation } from 'react-i18next'
import type { BackupTarget } from '@shared/features/backups/backups.contract'
import { useFormat } from '@renderer/lib/format'
import styles from './target-card.module.css'

/** How full the drive is and how much the next backup adds; the figures stand below the bar. */
export function RoomBar({ target }: { target: BackupTarget }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { freeBytes, totalBytes, neededBytes } = target
  const needed = t('target.needed', { bytes: format.bytes(neededBytes) })
  if (freeBytes === null || totalBytes === null || totalBytes === 0)
    return <div className={styles.figures}>{needed}</div>
  const share = (bytes: number) => `${Math.min(100, (bytes / totalBytes) * 100)}%`
  const free = t('target.free', { bytes: format.bytes(freeBytes) })
  return (
    <>
      <div
        className={styles.room}
        role="img"
        aria-label={`${t('target.room')}: ${free}, ${needed}`}
      >
        <div className={styles.used} style={{ width: share(totalBytes - freeBytes) }} />
        <div className={styles.needed} style={{ width: share(neededBytes) }} />
      </div>
      <div className={styles.figures}>
        <span>{needed}</span>
        <span>{free}</span>
      </div>
    </>
  )
}
