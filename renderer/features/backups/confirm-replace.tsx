import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = {
  /** Names what takes whose place. */
  title: string
  action: string
  body: string
  onCancel: () => void
  onConfirm: () => void
}

/** Asks before one book takes the place of another; the focus stands on Cancel. */
export function ConfirmReplace({ title, action, body, onCancel, onConfirm }: Props) {
  const { t } = useTranslation('backups')
  return (
    <Modal
      open
      width={480}
      title={title}
      okText={action}
      cancelText={t('common:cancel')}
      cancelButtonProps={{ autoFocus: true }}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      {body}
    </Modal>
  )
}
