import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { useFormat } from '@renderer/lib/format'

/** Names what will take whose place before it happens; the focus stands on Cancel. */
export function ReplaceDialog({
  summary,
  onCancel,
  onConfirm,
}: {
  summary: BackupSummary
  onCancel: () => void
  onConfirm: () => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  return (
    <Modal
      open
      width={480}
      title={t('restore.confirmTitle', { when: format.full(summary.createdAt) })}
      okText={t('restore.confirm')}
      cancelText={t('common:cancel')}
      cancelButtonProps={{ autoFocus: true }}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      {t('restore.confirmBody', { name: summary.bookName })}
    </Modal>
  )
}
