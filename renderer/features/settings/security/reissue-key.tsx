import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '@renderer/components/note'
import { RecoveryKeyActions } from '@renderer/components/recovery-key-actions'
import { RecoveryKeyCard } from '@renderer/components/recovery-key-card'
import styles from './dialogs.module.css'

/** The new recovery key to write down, print or save; it goes on once the person says that it is kept. */
export function ReissueKey({
  recoveryKey,
  onCancel,
  onDone,
}: {
  recoveryKey: readonly string[]
  onCancel: () => void
  onDone: () => void
}) {
  const { t } = useTranslation('security')
  const [kept, setKept] = useState(false)
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{t('reissue.keyLead')}</p>
      <div>
        <RecoveryKeyCard recoveryKey={recoveryKey} />
        <RecoveryKeyActions />
      </div>
      <Note tone="warn">{t('vault:key.alphabet')}</Note>
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
        {t('vault:key.kept')}
      </Checkbox>
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button type="primary" disabled={!kept} onClick={onDone}>
          {t('common:next')}
        </Button>
      </div>
    </div>
  )
}
