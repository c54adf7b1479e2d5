import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Note } from '@renderer/components/note'
import styles from './dialogs.module.css'

/** The data key was replaced: what holds from now on, and what it cannot reach. */
export function RotationDone({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security')
  return (
    <Modal open title={t('rotation.doneTitle')} footer={null} width={520} onCancel={onClose}>
      <div className={styles.stack}>
        <Note tone="ok">{t('rotation.done')}</Note>
        <p className={styles.lead}>{t('rotation.after')}</p>
        <div className={styles.buttons}>
          <Button type="primary" autoFocus onClick={onClose}>
            {t('common:close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
