import { Button, Checkbox } from 'antd'
import { Usb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupDrive } from '@shared/features/backups/backups.contract'
import { findTargetObstacle } from '@shared/features/backups/backup-target.rules'
import { useFormat } from '@renderer/lib/format'
import { useBackupStore } from './backup-store'
import { Card } from './card'
import { PlaceFacts } from './place-facts'
import styles from './target-card.module.css'

/** A plugged-in drive: its room, its last backup, one click for the next, and letting go of it (R094). */
export function DriveCard({
  drive,
  busy,
  ejecting,
  onBackUp,
  onEject,
  onChoose,
}: {
  drive: BackupDrive
  busy: boolean
  ejecting: boolean
  onBackUp: () => void
  onEject: () => void
  onChoose: () => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const { ejectAfter, setEjectAfter } = useBackupStore()
  const { label, lastBackupAt } = drive
  const blocked = findTargetObstacle(drive) !== null
  return (
    <Card
      icon={Usb}
      title={label}
      badge={<span className={styles.pluggedIn}>{t('drive.pluggedIn')}</span>}
    >
      <PlaceFacts target={drive} />
      <p className={styles.text} title={lastBackupAt ? format.full(lastBackupAt) : undefined}>
        {lastBackupAt ? t('drive.last', { when: format.day(lastBackupAt) }) : t('drive.never')}
      </p>
      <div className={styles.buttons}>
        <Button
          type="primary"
          size="small"
          disabled={blocked || busy || ejecting}
          aria-label={t('drive.backUpTo', { label })}
          onClick={onBackUp}
        >
          {t('drive.backUp')}
        </Button>
        <Button
          size="small"
          loading={ejecting}
          disabled={busy}
          aria-label={t('drive.ejectOne', { label })}
          onClick={onEject}
        >
          {t('drive.eject')}
        </Button>
        <Button size="small" type="text" disabled={busy} onClick={onChoose}>
          {t('drive.otherPlace')}
        </Button>
      </div>
      <Checkbox
        checked={ejectAfter}
        disabled={blocked}
        onChange={(event) => setEjectAfter(event.target.checked)}
      >
        {t('drive.ejectAfter')}
      </Checkbox>
    </Card>
  )
}
