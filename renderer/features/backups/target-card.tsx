import { Button } from 'antd'
import { FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BackupRecord, BackupTarget } from '@shared/features/backups/backups.contract'
import { Card } from './card'
import { PlaceFacts } from './place-facts'
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
    <Card icon={FolderOpen} title={t('target.title')}>
      {target ? (
        <>
          <div className={styles.path} title={target.path}>
            {target.path}
          </div>
          <PlaceFacts target={target} />
        </>
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
