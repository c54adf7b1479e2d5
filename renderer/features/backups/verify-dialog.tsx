import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { useRouteCommand } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { blockComposingEnter } from '@renderer/lib/ime'
import { useJob } from '@renderer/lib/use-job'
import { BackupFacts } from './backup-facts'
import { SecretFields } from './secret-fields'
import { toSecret, useSecretForm } from './secret-form'
import { useCounts } from './use-counts'
import styles from './verify-dialog.module.css'

/** Proves one backup file: what it says of itself, a secret of its day, and the outcome. */
export function VerifyDialog({
  summary,
  onClose,
}: {
  summary: BackupSummary
  onClose: () => void
}) {
  const { t } = useTranslation('backups')
  const errorText = useErrorText()
  const counts = useCounts()
  const job = useJob()
  const verify = useRouteCommand('backups.verify')
  const { control, handleSubmit } = useSecretForm(summary.users)
  const submit = handleSubmit((values) => {
    const input = { jobId: job.start(), file: summary.token, ...toSecret(values) }
    verify.mutate(input, { onSettled: job.finish })
  })
  const close = () => {
    if (verify.isPending) void job.cancel()
    onClose()
  }
  return (
    <Modal
      open
      title={t('verify.title')}
      footer={null}
      width={560}
      onCancel={close}
      maskClosable={false}
    >
      <form
        className={styles.stack}
        onSubmit={(event) => void submit(event)}
        onKeyDown={blockComposingEnter}
      >
        <p className={styles.lead}>{t('verify.lead')}</p>
        <BackupFacts summary={summary} />
        {verify.data ? (
          <Note tone="ok">
            {t('verify.passed')} {counts(verify.data.rowCounts)}
          </Note>
        ) : (
          <SecretFields control={control} users={summary.users} disabled={verify.isPending} />
        )}
        {verify.isPending && (
          <JobProgressBar progress={job.progress} onCancel={() => void job.cancel()} />
        )}
        {verify.error && !verify.isPending && verify.error.code !== 'core.cancelled' && (
          <Note tone="error">{errorText(verify.error)}</Note>
        )}
        <div className={styles.buttons}>
          <Button onClick={close}>{verify.data ? t('common:close') : t('common:cancel')}</Button>
          {!verify.data && (
            <Button type="primary" htmlType="submit" loading={verify.isPending}>
              {t('verify.action')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}
