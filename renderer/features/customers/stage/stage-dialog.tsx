import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import type { Stage } from '@shared/features/customers/customers.enums'
import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import type { CustomerTarget } from '../target'
import { TargetName } from '../target-name'
import { useCustomerCommands } from '../use-customer-commands'
import { StageChoices } from './stage-choices'
import { StageGate } from './stage-gate'
import { StageReason } from './stage-reason'

type Check = RouteOutput<'lifecycle.check'>
type Step =
  | { name: 'choose' }
  /** What the stage asks for is being looked up. */
  | { name: 'checking' }
  | { name: 'reason'; stage: Stage }
  | { name: 'gate'; stage: Stage; check: Check }

/**
 * Changes the stage of one or many: a press on a stage, or its number. 流失 asks its reason; what else a stage needs is named and asked
 * for, and never refused (R029, D8).
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
  const errorToast = useErrorToast()
  const [step, setStep] = useState<Step>(() =>
    begin === null
      ? { name: 'choose' }
      : begin === 'lost'
        ? { name: 'reason', stage: 'lost' }
        : { name: 'checking' },
  )
  const { ids } = target

  const move = async (stage: Stage, chosen: number[] = ids) => {
    if (await commands.setStage(chosen, { stage })) onClose()
  }
  const choose = async (stage: Stage) => {
    if (stage === 'lost') return setStep({ name: 'reason', stage })
    try {
      const check = await request('lifecycle.check', { ids, stage })
      if (check.total === 0) await move(stage)
      else setStep({ name: 'gate', stage, check })
    } catch (error) {
      errorToast(error)
      onClose()
    }
  }
  useEffect(() => {
    if (begin !== null && begin !== 'lost') void choose(begin)
    // Once, when the dialog opens.
  }, [])

  if (step.name === 'checking') return null
  return (
    <Modal
      open
      width={step.name === 'gate' ? 440 : 360}
      footer={null}
      title={
        <>
          {t('stageDialog.title')}
          <TargetName target={target} />
        </>
      }
      onCancel={onClose}
    >
      {step.name === 'choose' && (
        <StageChoices current={current} onChoose={(stage) => void choose(stage)} />
      )}
      {step.name === 'reason' && (
        <StageReason
          onSave={async (lostReason, at) => {
            if (await commands.setStage(ids, { stage: 'lost', lostReason, at })) onClose()
          }}
        />
      )}
      {step.name === 'gate' && (
        <StageGate
          ids={ids}
          stage={step.stage}
          check={step.check}
          onMove={async (chosen) => move(step.stage, chosen)}
          onFill={async (fill, more) => {
            const [id] = ids
            if (
              id !== undefined &&
              (await commands.moveStage({ id, stage: step.stage, fill, ...more }))
            )
              onClose()
          }}
        />
      )}
    </Modal>
  )
}
