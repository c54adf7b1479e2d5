import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { useRouteQuery } from '@renderer/lib/client'
import { FolderChoice } from './folder-choice'
import { ReplaceDialog } from './replace-dialog'
import { type SecretForm, useSecretForm } from './secret-form'
import { SecretPanel } from './secret-panel'
import { type Restored, useRestore } from './use-restore'

/** What opens the chosen backup, where it goes, and the start; a book that it takes the place of is named first. */
export function RestoreForm({
  summary,
  onOther,
  onRestored,
}: {
  summary: BackupSummary
  onOther: () => void
  onRestored: (restored: Restored) => void
}) {
  const { t } = useTranslation('backups')
  const restore = useRestore(summary.token, onRestored)
  const { data: state } = useRouteQuery('vault.getState', {})
  const [asking, setAsking] = useState<SecretForm | null>(null)
  const { control, handleSubmit } = useSecretForm(summary.users)
  const replaces = standsIn(state?.book?.folder, restore.folder?.path, summary.bookName)
  const submit = handleSubmit((values) => (replaces ? setAsking(values) : restore.start(values)))

  return (
    <>
      <SecretPanel
        summary={summary}
        control={control}
        job={{
          running: restore.running,
          progress: restore.progress,
          error: restore.error,
          onCancel: () => void restore.cancel(),
        }}
        onSubmit={submit}
        runningNote={t('restore.runningNote')}
        buttons={
          <>
            <Button disabled={restore.running} onClick={onOther}>
              {t('restore.other')}
            </Button>
            <Button type="primary" htmlType="submit" loading={restore.running}>
              {restore.running ? t('restore.running') : t('restore.action')}
            </Button>
          </>
        }
      >
        <FolderChoice
          folder={restore.folder}
          bookName={summary.bookName}
          disabled={restore.running}
          onChange={() => void restore.chooseFolder()}
        />
      </SecretPanel>
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
    </>
  )
}

/** True when the book of this computer stands where the restored one will. */
function standsIn(bookFolder: string | undefined, parent: string | undefined, bookName: string) {
  if (bookFolder === undefined || parent === undefined) return false
  const place = parent.replace(/[\\/]+$/, '')
  return ['/', '\\'].some((separator) => bookFolder === `${place}${separator}${bookName}.kebu`)
}
