import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { Note } from '@renderer/components/note'
import { PageHeader } from '@renderer/components/page-header'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { BackupFacts } from './backup-facts'
import { RestoreDone } from './restore-done'
import { RestoreForm } from './restore-form'
import styles from './restore-page.module.css'
import { useBackupStore } from './backup-store'
import type { Restored } from './use-restore'

/** Restore a backup: on a new machine before any book is open, or from inside (R094). */
export function RestorePage() {
  const { t } = useTranslation('backups')
  const [summary, setSummary] = useState<BackupSummary | null>(
    () => useBackupStore.getState().picked,
  )
  const [restored, setRestored] = useState<Restored | null>(null)
  return (
    <>
      <PageHeader title={t('restore.title')} />
      <div className={styles.body}>
        {restored && summary ? (
          <RestoreDone summary={summary} restored={restored} />
        ) : (
          <div className={styles.column}>
            <p className={styles.lead}>{t('restore.lead')}</p>
            <FileChoice summary={summary} onChosen={setSummary} />
            {summary && (
              <RestoreForm key={summary.token} summary={summary} onRestored={setRestored} />
            )}
          </div>
        )}
      </div>
    </>
  )
}

function FileChoice({
  summary,
  onChosen,
}: {
  summary: BackupSummary | null
  onChosen: (summary: BackupSummary) => void
}) {
  const { t } = useTranslation('backups')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>(null)

  async function choose(): Promise<void> {
    setError(null)
    try {
      const chosen = await request('backups.chooseFile', {})
      if (chosen) onChosen(chosen)
    } catch (problem) {
      setError(problem)
    }
  }

  return (
    <section>
      <div className={styles.label}>{t('restore.file')}</div>
      {summary && <BackupFacts summary={summary} />}
      <div className={styles.file} style={summary ? { marginTop: 8 } : undefined}>
        <Button
          type={summary ? 'default' : 'primary'}
          size={summary ? 'small' : 'middle'}
          onClick={() => void choose()}
        >
          {summary ? t('restore.changeFile') : t('restore.chooseFile')}
        </Button>
        {!summary && (
          <>
            <Button onClick={() => void navigate(-1)}>{t('common:back')}</Button>
            <span className={styles.hint}>{t('restore.fileHint')}</span>
          </>
        )}
      </div>
      {error !== null && (
        <div style={{ marginTop: 12 }}>
          <Note tone="error">{errorText(error)}</Note>
        </div>
      )}
    </section>
  )
}
