import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '@shared/features/customers/customers.enums'
import type { CustomerTarget } from '../target'
import { TargetName } from '../target-name'
import { useCustomerCommands } from '../use-customer-commands'
import { StageChoices } from './stage-choices'
import { StageGate } from './stage-gate'
import { StageReason } from './stage-reason'
import { type StageQuestion, useStageChoice } from './use-stage-choice'

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
  /** What is to be asked of a stage that was already chosen outside. */
  begin?: StageQuestion | null
  onClose: () => void
}) {
  const { t } = useTranslation('customers')
  const commands = useCustomerCommands()
  const choose = useStageChoice()
  const [question, setQuestion] = useState(begin)
  const { ids } = target

  const closeIf = (isDone: boolean) => {
    if (isDone) onClose()
  }
  return (
    <Modal
      open
      width={question?.name === 'gate' ? 440 : 360}
      footer={null}
      title={
        <>
          {t('stageDialog.title')}
          <TargetName target={target} />
        </>
      }
      onCancel={onClose}
    >
      {question === null && (
        <StageChoices
          current={current}
          onChoose={async (stage) => {
            const asked = await choose(ids, stage)
            setQuestion(asked)
            closeIf(asked === null)
          }}
        />
      )}
      {question?.name === 'reason' && (
        <StageReason
          onSave={async (lostReason, at) =>
            closeIf(await commands.setStage(ids, { stage: 'lost', lostReason, at }))
          }
        />
      )}
      {question?.name === 'gate' && (
        <StageGate
          {...{ ids, stage: question.stage, check: question.check }}
          onMove={async (chosen) =>
            closeIf(await commands.setStage(chosen, { stage: question.stage }))
          }
          onFill={async (id, fill, more) =>
            closeIf(await commands.moveStage({ id, stage: question.stage, fill, ...more }))
          }
        />
      )}
    </Modal>
  )
}
