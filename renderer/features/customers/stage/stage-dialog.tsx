import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stages, type Stage } from '@shared/features/customers/customers.enums'
import { FormField } from '@renderer/components/form-field'
import { Kbd } from '@renderer/components/kbd'
import { StageMark } from '@renderer/components/stage-mark'
import { isComposing } from '@renderer/lib/ime'
import { useShortcut } from '@renderer/lib/use-shortcut'
import type { CustomerTarget } from '../target'
import { TargetName } from '../target-name'
import { useCustomerCommands } from '../use-customer-commands'
import { moveFocus } from './move-focus'
import styles from './stage-dialog.module.css'

const longestReason = 500

/**
 * Changes the stage of one or many: a press on a stage, or its number. 流失 asks its reason first (R029).
 */
export function StageDialog({
  target,
  current,
  begin = null,
  onClose,
}: {
  target: CustomerTarget
  current: Stage | null
  /** A stage that was already chosen outside. */
  begin?: Stage | null
  onClose: () => void
}) {
  const { t } = useTranslation('customers')
  const commands = useCustomerCommands()
  const [losing, setLosing] = useState(begin === 'lost')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const save = async (stage: Stage, lostReason: string | null) => {
    setBusy(true)
    if (await commands.setStage(target.ids, stage, lostReason)) onClose()
    setBusy(false)
  }
  const choose = (stage: Stage) => {
    if (stage === 'lost') setLosing(true)
    else void save(stage, null)
  }
  const saveLost = () => {
    const words = reason.trim()
    if (words === '') return setError('lost-reason-required')
    if ([...words].length > longestReason) return setError(`too-long|${longestReason}`)
    void save('lost', words)
  }
  useShortcut(
    stages.map((_, index) => String(index + 1)),
    (event) => choose(stages[Number(event.key) - 1] ?? 'prospect'),
    { scope: 'dialog', enabled: !losing },
  )

  return (
    <Modal
      open
      width={360}
      footer={null}
      title={
        <>
          {t('stageDialog.title')}
          <TargetName target={target} />
        </>
      }
      onCancel={onClose}
    >
      {losing ? (
        <div className={styles.reason}>
          <FormField label={t('stageDialog.reason')} required error={error}>
            {(field) => (
              <Input.TextArea
                {...field}
                autoFocus
                autoSize={{ minRows: 2, maxRows: 6 }}
                value={reason}
                onChange={(event) => {
                  setReason(event.target.value)
                  setError(undefined)
                }}
                onKeyDown={(event) => {
                  if (
                    event.key === 'Enter' &&
                    (event.ctrlKey || event.metaKey) &&
                    !isComposing(event)
                  )
                    saveLost()
                }}
              />
            )}
          </FormField>
          <Button type="primary" loading={busy} onClick={saveLost}>
            {t('stageDialog.save')}
            <Kbd keys="mod+enter" joined />
          </Button>
        </div>
      ) : (
        <div
          className={styles.list}
          role="group"
          aria-label={t('stageDialog.title')}
          onKeyDown={moveFocus}
        >
          {stages.map((stage, index) => (
            <button
              key={stage}
              type="button"
              className={styles.choice}
              aria-pressed={stage === current}
              autoFocus={stage === (current ?? 'prospect')}
              disabled={busy}
              onClick={() => choose(stage)}
            >
              <StageMark stage={stage} size={16} />
              <Kbd keys={String(index + 1)} />
            </button>
          ))}
        </div>
      )}
    </Modal>
  )
}
