import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { Note } from '@renderer/components/note'
import { useRouteCommand } from '@renderer/lib/client'
import { useJob } from '@renderer/lib/use-job'
import { BackupFacts } from './backup-facts'
import { useBackupStore } from './backup-store'
import { toSecret, useSecretForm } from './secret-form'
import { SecretPanel } from './secret-panel'
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
  const counts = useCounts()
  const job = useJob()
  const noteChecked = useBackupStore((store) => store.noteChecked)
  const verify = useRouteCommand('backups.verify')
  const { control, handleSubmit } = useSecretForm(summary.users)
  const submit = handleSubmit((values) => {
    const input = { jobId: job.start(), file: summary.token, ...toSecret(values) }
    verify.mutate(input, { onSuccess: () => noteChecked(summary.token), onSettled: job.finish })
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
      <SecretPanel
        summary={summary}
        control={control}
        job={{
          running: verify.isPending,
          progress: job.progress,
          error: verify.error,
          onCancel: () => void job.cancel(),
        }}
        onSubmit={submit}
        before={
          <>
            <p className={styles.lead}>{t('verify.lead')}</p>
            <BackupFacts summary={summary} />
          </>
        }
        done={
          verify.data && (
            <Note tone="ok">
              {t('verify.passed')} {counts(verify.data.rowCounts)}
            </Note>
          )
        }
        buttons={
          <>
            <Button onClick={close}>{verify.data ? t('common:close') : t('common:cancel')}</Button>
            {!verify.data && (
              <Button type="primary" htmlType="submit" loading={verify.isPending}>
                {t('verify.action')}
              </Button>
            )}
          </>
        }
      />
    </Modal>
  )
}
