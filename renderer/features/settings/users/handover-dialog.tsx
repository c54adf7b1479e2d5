import { Button, Modal } from 'antd'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorToast, useToast } from '@renderer/lib/announce'
import { useRouteCommand } from '@renderer/lib/client'
import styles from './dialogs.module.css'

/** The first password once more, to be handed over; after this nobody can look it up. */
export function HandoverDialog({
  name,
  password,
  onClose,
}: {
  name: string
  password: string
  onClose: () => void
}) {
  const { t } = useTranslation('users')
  const toast = useToast()
  const errorToast = useErrorToast()
  const copy = useRouteCommand('clipboard.copyRevealed')
  return (
    <Modal
      open
      title={t('handover.title', { name })}
      footer={null}
      width={440}
      maskClosable={false}
      onCancel={onClose}
    >
      <div className={styles.stack}>
        <p className={styles.lead}>{t('handover.lead')}</p>
        <output className={styles.password} aria-label={t('form.firstPassword')}>
          {password}
        </output>
        <div className={styles.buttons}>
          <Button
            loading={copy.isPending && { delay: 200 }}
            icon={<Copy size={16} strokeWidth={1.6} aria-hidden />}
            onClick={() =>
              copy.mutate(
                { text: password },
                { onSuccess: () => toast(t('handover.copied')), onError: errorToast },
              )
            }
          >
            {t('handover.copy')}
          </Button>
          <Button type="primary" autoFocus onClick={onClose}>
            {t('handover.done')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
