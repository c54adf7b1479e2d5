import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { JobProgressBar } from '@renderer/components/job-progress-bar'
import { Note } from '@renderer/components/note'
import { useUndoToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import { useErrorText } from '@renderer/lib/error-text'
import { useFormat } from '@renderer/lib/format'
import styles from './customers-restore.module.css'
import { CustomersRestoreList } from './customers-restore-list'
import { CustomersRestorePreview } from './customers-restore-preview'
import { CustomersRestoreSecret } from './customers-restore-secret'
import { type Opened, useChosen, useOpenedBackup } from './use-customers-restore'

/** Takes single customers from a backup into the open book: open, choose, look, write; 撤销 takes them out again (R094). */
export function CustomersRestoreDialog({
  summary,
  onClose,
}: {
  summary: BackupSummary
  onClose: () => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const backup = useOpenedBackup(summary)
  const { opened, running, error, progress } = backup
  const close = () => {
    void backup.leave()
    onClose()
  }
  return (
    <Modal
      open
      centered
      title={t('customers.title', { when: format.full(summary.createdAt) })}
      footer={null}
      width={opened ? 760 : 560}
      onCancel={close}
      maskClosable={false}
    >
      {opened ? (
        <Choosing opened={opened} onClose={close} />
      ) : (
        <div className={styles.stack}>
          {error && !running ? (
            <CustomersRestoreSecret
              summary={summary}
              error={error}
              onSecret={backup.tryOpen}
              onClose={close}
            />
          ) : (
            <>
              <p className={styles.lead}>{t('customers.lead')}</p>
              <JobProgressBar progress={progress} onCancel={close} />
            </>
          )}
        </div>
      )}
    </Modal>
  )
}

function Choosing({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  const errorText = useErrorText()
  const undoToast = useUndoToast()
  const [isLast, setLast] = useState(false)
  const { chosen, choices, toggle, setMode, drop } = useChosen()
  const commit = useRouteCommand('customer-restores.commit')
  const count = chosen.size
  const looking = isLast && count > 0
  const save = () =>
    commit.mutate(
      { choices },
      {
        onSuccess: ({ newCustomers, changedCustomers }) => {
          const taken = newCustomers + changedCustomers
          undoToast(t('customers.done', { count: taken, shown: format.count(taken) }))
          onClose()
        },
      },
    )
  return (
    <div className={styles.stack}>
      {looking ? (
        <CustomersRestorePreview chosen={chosen} choices={choices} onMode={setMode} onDrop={drop} />
      ) : (
        <CustomersRestoreList opened={opened} chosen={chosen} onToggle={toggle} />
      )}
      {commit.error && <Note tone="error">{errorText(commit.error)}</Note>}
      <div className={styles.foot}>
        <span className={styles.count}>
          {t('customers.selected', { count, shown: format.count(count) })}
        </span>
        {looking ? (
          <Button disabled={commit.isPending} onClick={() => setLast(false)}>
            {t('customers.backToList')}
          </Button>
        ) : (
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        )}
        <Button
          type="primary"
          disabled={count === 0}
          loading={commit.isPending && { delay: 200 }}
          onClick={looking ? save : () => setLast(true)}
        >
          {looking
            ? t('customers.take', { count, shown: format.count(count) })
            : t('customers.look')}
        </Button>
      </div>
    </div>
  )
}
