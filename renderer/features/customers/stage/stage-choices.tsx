import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stages, type Stage } from '@shared/features/customers/customers.enums'
import { Kbd } from '@renderer/components/kbd'
import { StageMark } from '@renderer/components/stage-mark'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { moveFocus } from './move-focus'
import styles from './stage-dialog.module.css'

/** The five stages, each by a press or by its number. */
export function StageChoices({
  current,
  onChoose,
}: {
  current: Stage | null
  onChoose: (stage: Stage) => Promise<void>
}) {
  const { t } = useTranslation('customers')
  const [busy, setBusy] = useState(false)
  const choose = async (stage: Stage) => {
    setBusy(true)
    await onChoose(stage)
    setBusy(false)
  }
  useShortcut(
    stages.map((_, index) => String(index + 1)),
    (event) => void choose(stages[Number(event.key) - 1] ?? 'prospect'),
    { scope: 'dialog', enabled: !busy },
  )
  return (
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
          onClick={() => void choose(stage)}
        >
          <StageMark stage={stage} size={16} />
          <Kbd keys={String(index + 1)} />
        </button>
      ))}
    </div>
  )
}
