import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { useRouteQuery } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { FolderChoice } from './folder-choice'
import { ReplaceDialog } from './replace-dialog'
import styles from './restore-page.module.css'
import { SecretFields } from './secret-fields'
import { type SecretForm, useSecretForm } from './secret-form'
import { type Restored, useRestore } from './use-restore'

/** What opens the chosen backup, where it goes, and the start; a book that it takes the place of is named first. */
export function RestoreForm({
  summary,
  onRestored,
}: {
  summary: BackupSummary
  onRestored: (restored: Restored) => void
}) {
  const { t } = useTranslation('backups')
  const errorText = useErrorText()
  const navigate = useNavigate()
  const restore = useRestore(summary.token, onRestored)
  const { data: state } = useRouteQuery('vault.getState', {})
  const [asking, setAsking] = useState<SecretForm | null>(null)
  const { control, handleSubmit } = useSecretForm(summary.users)
  const replaces = standsIn(state?.book?.folder, restore.folder?.path, summary.bookName)
  const submit = handleSubmit((values) => (replaces ? setAsking(values) : restore.start(values)))
  const failed = restore.error && restore.error.code !== 'core.cancelled' ? restore.error : null

  return (
    <form
      className={styles.column}
      style={{ width: '100%' }}
      onSubmit={(event) => void submit(event)}
      onKeyDown={blockComposingEnter}
    >
      <SecretFields control={control} users={summary.users} disabled={restore.running} />
      <FolderChoice
        folder={restore.folder}
        bookName={summary.bookName}
        disabled={restore.running}
        onChange={() => void restore.chooseFolder()}
      />
      {restore.running && (
        <>
          <JobProgressBar progress={restore.progress} onCancel={() => void restore.cancel()} />
          <span className={styles.hint}>{t('restore.runningNote')}</span>
        </>
      )}
      {failed && <Note tone="error">{errorText(failed)}</Note>}
      <div className={styles.buttons}>
        <Button disabled={restore.running} onClick={() => void navigate(-1)}>
          {t('common:back')}
        </Button>
        <Button type="primary" htmlType="submit" loading={restore.running}>
          {restore.running ? t('restore.running') : t('restore.action')}
        </Button>
      </div>
      {asking && (
        <ReplaceDialog
          summary={summary}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null)
            restore.start(asking)
          }}
        />
      )}
    </form>
  )
}

/** True when the book of this computer stands where the restored one will. */
function standsIn(bookFolder: string | undefined, parent: string | undefined, bookName: string) {
  if (bookFolder === undefined || parent === undefined) return false
  const place = parent.replace(/[\\/]+$/, '')
  return ['/', '\\'].some((separator) => bookFolder === `${place}${separator}${bookName}.kebu`)
}
