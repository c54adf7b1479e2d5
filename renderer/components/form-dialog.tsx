import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { blockComposingEnter } from '@renderer/lib/ime'
import { usePasswordErrorText } from '@renderer/lib/password-error'
import styles from './form-dialog.module.css'
import { Note } from './note'

/**
 * A dialog of one short form: what it does, its fields, what went wrong, 取消 and the verb. It stays open while the answer is
 * on its way; `danger` puts the focus on 取消.
 */
export function FormDialog({
  title,
  lead,
  action,
  busy,
  error = null,
  danger = false,
  width = 440,
  children,
  onSubmit,
  onStop,
  onClose,
}: {
  title: React.ReactNode
  lead?: React.ReactNode
  /** The verb on the button. */
  action: string
  busy: boolean
  error?: unknown
  danger?: boolean
  width?: number
  children?: React.ReactNode
  onSubmit: () => void
  /** What 取消 does while the answer is on its way, for work that can be called off. */
  onStop?: (() => void) | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('common')
  const errorText = usePasswordErrorText()
  return (
    <Modal
      open
      title={title}
      footer={null}
      width={width}
      maskClosable={false}
      closable={!busy}
      keyboard={!busy}
      onCancel={onClose}
    >
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) onSubmit()
        }}
        onKeyDown={blockComposingEnter}
      >
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
        {error !== null && <Note tone="error">{errorText(error)}</Note>}
        <div className={styles.buttons}>
          <Button
            disabled={busy && !onStop}
            autoFocus={danger}
            onClick={() => (busy ? onStop?.() : onClose())}
          >
            {t('cancel')}
          </Button>
          {/* Without the delay an answer that comes at once leaves antd's loading icon behind. */}
          <Button type="primary" danger={danger} htmlType="submit" loading={busy && { delay: 200 }}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
