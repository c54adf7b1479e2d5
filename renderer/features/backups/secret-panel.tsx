import type { Control } from 'react-hook-form'
import type { AppError } from '@shared/core/errors'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { SecretFields } from './secret-fields'
import type { SecretForm } from './secret-form'
import styles from './secret-panel.module.css'

type Running = {
  /** While the job runs. */
  running: boolean
  progress: JobProgress | null
  error: AppError | null
  onCancel: () => void
}

/** A form around one backup: what opens it, further fields, how far its job is, why it was refused, and the buttons. */
export function SecretPanel({
  summary,
  control,
  job,
  onSubmit,
  before,
  done,
  children,
  runningNote,
  buttons,
}: {
  summary: BackupSummary
  control: Control<SecretForm>
  job: Running
  onSubmit: () => Promise<void>
  before?: React.ReactNode
  /** Stands in place of the secret once the job went well. */
  done?: React.ReactNode
  children?: React.ReactNode
  runningNote?: string
  buttons: React.ReactNode
}) {
  const errorText = useErrorText()
  const { running, progress, error, onCancel } = job
  const failed = !running && error && error.code !== 'core.cancelled' ? error : null
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit()
      }}
      onKeyDown={blockComposingEnter}
    >
      {before}
      {done ?? <SecretFields control={control} users={summary.users} disabled={running} />}
      {children}
      {running && (
        <>
          <JobProgressBar progress={progress} onCancel={onCancel} />
          {runningNote && <span className={styles.hint}>{runningNote}</span>}
        </>
      )}
      {failed && <Note tone="error">{errorText(failed)}</Note>}
      <div className={styles.buttons}>{buttons}</div>
    </form>
  )
}
