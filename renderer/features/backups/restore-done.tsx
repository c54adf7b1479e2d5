import { Button } from 'antd'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { Note } from '@renderer/components/note'
import { useFormat } from '@renderer/lib/format'
import styles from './restore-page.module.css'
import { TakeBackNow } from './restore-take-back-now'
import { useCounts } from './use-counts'
import type { Restored } from './use-restore'

/** What was restored, and what was kept. */
export function RestoreDone({ summary, restored }: { summary: BackupSummary; restored: Restored }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const navigate = useNavigate()
  const counts = useCounts()
  const { bookName, createdAt, rowCounts } = summary
  const when = format.full(createdAt)
  return (
    <div className={styles.column}>
      <h2 className={styles.doneTitle}>
        <ShieldCheck size={20} strokeWidth={1.6} aria-hidden />
        {t('restore.doneTitle')}
      </h2>
      <p className={styles.lead}>
        {t('restore.doneLead', { name: bookName, when, counts: counts(rowCounts) })}
      </p>
      <Note tone="ok">{t('restore.proof')}</Note>
      {restored.erased > 0 && (
        <Note tone="info">
          {t('restore.erasedNote', {
            count: restored.erased,
            shown: format.count(restored.erased),
          })}
        </Note>
      )}
      {restored.keptFolder && (
        <Note tone="info">{t('restore.keptNote', { folder: restored.keptFolder })}</Note>
      )}
      {restored.state.phase !== 'open' && <Note tone="info">{t('restore.lockedNote')}</Note>}
      <div className={styles.buttons}>
        {restored.keptFolder && <TakeBackNow folderName={restored.keptFolder} />}
        <Button type="primary" autoFocus onClick={() => void navigate('/customers')}>
          {t('restore.open')}
        </Button>
      </div>
    </div>
  )
}
