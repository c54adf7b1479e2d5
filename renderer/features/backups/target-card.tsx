import { Button } from 'antd'
import { Check, CircleAlert, TriangleAlert, Usb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupRecord, BackupTarget } from '@shared/features/backups/backups.contract'
import {
  findTargetObstacle,
  listTargetWarnings,
} from '@shared/features/backups/backup-target.rules'
import { useFormat } from '@renderer/lib/format'
import { Card } from './card'
import { RoomBar } from './room-bar'
import styles from './target-card.module.css'

/** Where the next backup goes, how much room is there, and what speaks against the place, in words. */
export function TargetCard({
  target,
  last,
  busy,
  onChoose,
}: {
  target: BackupTarget | null
  last: BackupRecord | null
  busy: boolean
  onChoose: () => void
}) {
  const { t } = useTranslation('backups')
  return (
    <Card icon={Usb} title={t('target.title')}>
      {target ? (
        <Place target={target} />
      ) : (
        <p className={styles.text}>
          {last ? t('target.away', { folder: last.folder }) : t('target.none')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={onChoose} disabled={busy}>
          {target ? t('target.change') : t('target.choose')}
        </Button>
      </div>
    </Card>
  )
}

function Place({ target }: { target: BackupTarget }) {
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
      <div className={styles.path} title={target.path}>
        {target.path}
      </div>
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
