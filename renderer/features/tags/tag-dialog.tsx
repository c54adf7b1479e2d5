import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './tag-dialog.module.css'
import { TagPicker } from './tag-picker'
import { useTagCommands } from './use-tag-commands'

const none: ReadonlySet<number> = new Set()

/** Puts one tag on one or many customers. */
export function TagDialog({
  customerIds,
  name,
  worn = none,
  onClose,
}: {
  customerIds: number[]
  /** The customer, when it is one. */
  name: string | null
  /** Tags that need not be offered. */
  worn?: ReadonlySet<number>
  onClose: () => void
}) {
  const { t } = useTranslation('tags')
  const { attach } = useTagCommands()
  return (
    <Modal
      open
      width={400}
      footer={null}
      title={
        <>
          {t('add')}
          <span data-private={name !== null || undefined} className={styles.target}>
            {name ?? t('forMany', { count: customerIds.length })}
          </span>
        </>
      }
      onCancel={onClose}
    >
      <TagPicker
        worn={worn}
        onPick={async (tag) => {
          if (await attach(customerIds, tag)) onClose()
        }}
      />
    </Modal>
  )
}
