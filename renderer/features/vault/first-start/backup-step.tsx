import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Note } from '@renderer/components/note'
import styles from '../gate.module.css'
import { useFirstStartStore } from './first-start-store'
import { StepHead } from './step-head'

/** Step 5: the book is open; the first backup now or later. */
export function BackupStep() {
  const { t } = useTranslation('vault')
  const navigate = useNavigate()
  const leaveFirstStart = useFirstStartStore((store) => store.leave)

  function leave(path: string): void {
    void navigate(path)
    leaveFirstStart()
  }

  return (
    <div className={styles.wide}>
      <StepHead step="backup" focus />
      <Note tone="ok">{t('backupStep.ready')}</Note>
      <div className={styles.gap} />
      <div className={styles.buttons}>
        <Button size="large" onClick={() => leave('/customers')}>
          {t('backupStep.later')}
        </Button>
        <Button type="primary" size="large" onClick={() => leave('/backup')}>
          {t('backupStep.now')}
        </Button>
      </div>
    </div>
  )
}
