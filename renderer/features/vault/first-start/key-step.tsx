import { Button, Checkbox } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '@renderer/components/note'
import { RecoveryKeyActions } from '@renderer/components/recovery-key-actions'
import { RecoveryKeyCard } from '@renderer/components/recovery-key-card'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import styles from '../gate.module.css'
import { StepHead } from './step-head'

/** Step 3: the recovery key to write down, print or save; it goes on once the person says that it is kept. */
export function KeyStep({
  recoveryKey,
  onBack,
  onDone,
}: {
  recoveryKey: readonly string[]
  onBack: () => void
  onDone: () => void
}) {
  const { t } = useTranslation('vault')
  const errorToast = useErrorToast()
  const [kept, setKept] = useState(false)

  async function goBack(): Promise<void> {
    try {
      await request('vault.cancelCreation', {})
      onBack()
    } catch (error) {
      errorToast(error)
    }
  }

  return (
    <div className={styles.wide}>
      <StepHead step="key" focus />
      <RecoveryKeyCard recoveryKey={recoveryKey} />
      <RecoveryKeyActions />
      <div className={styles.gap} />
      <Note tone="warn">{t('key.alphabet')}</Note>
      <div className={styles.gap} />
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
        {t('key.kept')}
      </Checkbox>
      <div className={styles.gap} />
      <div className={styles.buttons}>
        <Button size="large" onClick={() => void goBack()}>
          {t('common:previous')}
        </Button>
        <Button
          type="primary"
          size="large"
          disabled={!kept}
          onClick={onDone}
          icon={<ArrowRight size={16} strokeWidth={1.6} aria-hidden />}
          iconPlacement="end"
        >
          {t('step.next', { step: t('step.confirm.short') })}
        </Button>
      </div>
    </div>
  )
}
