import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { Note } from '@renderer/components/note'
import { PageHeader } from '@renderer/components/page-header'
import { BackupFacts } from './backup-facts'
import { useBackupStore } from './backup-store'
import { RestoreCompare } from './restore-compare'
import { RestoreDone } from './restore-done'
import { RestoreFind } from './restore-find'
import { RestoreForm } from './restore-form'
import styles from './restore-page.module.css'
import type { Restored } from './use-restore'

/** Restore a backup: on a new machine before any book is open, or from inside (R094). */
export function RestorePage() {
  const { t } = useTranslation('backups')
  const navigate = useNavigate()
  const [summary, setSummary] = useState<BackupSummary | null>(
    () => useBackupStore.getState().picked,
  )
  const [restored, setRestored] = useState<Restored | null>(null)
  return (
    <>
      <PageHeader
        title={t('restore.title')}
        actions={!restored && <Button onClick={() => void navigate(-1)}>{t('common:back')}</Button>}
      />
      <div className={styles.body}>
        {restored && summary ? (
          <RestoreDone summary={summary} restored={restored} />
        ) : summary ? (
          <Chosen
            key={summary.token}
            summary={summary}
            onOther={() => setSummary(null)}
            onRestored={setRestored}
          />
        ) : (
          <RestoreFind onChosen={setSummary} />
        )}
      </div>
    </>
  )
}

/** One backup before anything is done with it: what is in it, what would change, what opens it. */
function Chosen({
  summary,
  onOther,
  onRestored,
}: {
  summary: BackupSummary
  onOther: () => void
  onRestored: (restored: Restored) => void
}) {
  const { t } = useTranslation('backups')
  const { missing } = summary
  return (
    <div className={styles.column}>
      <p className={styles.lead}>{t('restore.lead')}</p>
      <BackupFacts summary={summary} contents={false} />
      {missing.length > 0 && (
        <Note tone="warn">
          {t('restore.missing', { count: missing.length, names: missing.join(t('compare.and')) })}
        </Note>
      )}
      <RestoreCompare summary={summary} />
      <RestoreForm summary={summary} onOther={onOther} onRestored={onRestored} />
    </div>
  )
}
