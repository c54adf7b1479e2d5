import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import type { ListedBackup } from '@shared/features/backups/restore.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { request } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { KeptBooks } from './restore-kept'
import { RestoreList } from './restore-list'
import type { RestoreAction } from './restore-row'
import styles from './restore-page.module.css'
import { RestorePlaces } from './restore-places'
import { useFoundBackups } from './use-found-backups'
import { usePlaces } from './use-places'
import { VerifyDialog } from './verify-dialog'

/** Choose a place, see what lies there, take one; below, the books that earlier restores put aside. */
export function RestoreFind({ onChosen }: { onChosen: (summary: BackupSummary) => void }) {
  const { t } = useTranslation('backups')
  const errorText = useErrorText()
  const { places, known, place, select, choose } = usePlaces()
  const [error, setError] = useState<unknown>(null)
  const [opening, setOpening] = useState(false)
  const [verifying, setVerifying] = useState<BackupSummary | null>(null)

  async function guarded(work: () => Promise<void>): Promise<void> {
    setError(null)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    }
  }
  const chooseFile = () =>
    guarded(async () => {
      const chosen = await request('backups.chooseFile', {})
      if (chosen) onChosen(chosen)
    })
  const act = (action: RestoreAction, { token }: ListedBackup) =>
    guarded(async () => {
      setOpening(true)
      try {
        const summary = await request('backups.inspectFile', { file: token })
        if (action === 'verify') setVerifying(summary)
        else onChosen(summary)
      } finally {
        setOpening(false)
      }
    })

  return (
    <div className={styles.wide}>
      <p className={styles.lead}>{t('restore.lead')}</p>
      <RestorePlaces
        places={places}
        chosen={place?.token ?? null}
        onSelect={select}
        onOther={() => void guarded(choose)}
        onFile={() => void chooseFile()}
      />
      {error !== null && <Note tone="error">{errorText(error)}</Note>}
      {place && (
        <div className={opening ? styles.opening : styles.found} aria-busy={opening}>
          <Found
            key={place.token}
            place={place.token}
            onAction={(action, which) => void act(action, which)}
          />
        </div>
      )}
      {known && !place && <EmptyState flush text={t('places.none')} />}
      <KeptBooks />
      {verifying && <VerifyDialog summary={verifying} onClose={() => setVerifying(null)} />}
    </div>
  )
}

function Found({
  place,
  onAction,
}: {
  place: string
  onAction: (action: RestoreAction, backup: ListedBackup) => void
}) {
  const { t } = useTranslation('backups')
  const { found, reading, error, progress, cancel, again } = useFoundBackups(place)
  if (reading)
    return (
      <div className={styles.reading}>
        <JobProgressBar progress={progress} onCancel={() => void cancel()} />
      </div>
    )
  if (error?.code === 'core.cancelled')
    return <EmptyState flush text={t('found.stopped')} actions={<Again onClick={again} />} />
  if (error) return <ErrorState error={error} onRetry={again} />
  if (!found) return null
  if (found.backups.length + found.unreadable.length === 0)
    return <EmptyState flush text={t('found.empty')} actions={<Again onClick={again} />} />
  return <RestoreList found={found} onAction={onAction} />
}

function Again({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('backups')
  return <Button onClick={onClick}>{t('found.again')}</Button>
}
