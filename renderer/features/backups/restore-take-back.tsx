import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { KeptBook } from '@shared/features/backups/restore.schema'
import { useFormat } from '@renderer/lib/format'

/** Names which book takes the place of the present one before it happens; the focus stands on Cancel. */
export function TakeBackDialog({
  kept,
  onCancel,
  onConfirm,
}: {
  kept: KeptBook
  onCancel: () => void
  onConfirm: () => void
}) {
  const { t } = useTranslation('backups')
  const format = useFormat()
  return (
    <Modal
      open
      width={480}
      title={t('kept.confirmTitle', { name: kept.bookName, when: format.full(kept.keptAt) })}
      okText={t('kept.confirm')}
      cancelText={t('common:cancel')}
      cancelButtonProps={{ autoFocus: true }}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      {t('kept.confirmBody')}
    </Modal>
  )
}
