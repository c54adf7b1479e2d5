import { useTranslation } from 'react-i18next'
import { stages, type Stage } from '@shared/features/customers/customers.enums'
import type { StageStep } from '@shared/features/lifecycle/lifecycle.rules'
import { StageMark } from '@renderer/components/stage-mark'
import { useFormat } from '@renderer/lib/format'
import styles from './stage-stepper.module.css'

const path = stages.filter((stage) => stage !== 'lost')

/**
 * The life cycle as a radio group: four steps, and 流失 set apart because it is an end, not a fifth step. Arrow keys
 * move the focus, a press or Space chooses. For those who may not change it, it only shows where the customer stands.
 */
export function StageStepper({
  stage,
  steps,
  onChoose,
}: {
  stage: Stage
  /** When each stage was reached, as far as it was. */
  steps: readonly StageStep[]
  /** null: one's role may not change it. */
  onChoose: ((stage: Stage) => Promise<void>) | null
}) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const reachedAt = (one: Stage) => steps.find((step) => step.stage === one)?.at ?? null
  const words = (one: Stage) => {
    const at = reachedAt(one)
    const date = at === null ? null : format.yearMonth(at)
    return (
      <>
        <StageMark stage={one} />
        {date && (
          <span className={styles.since}>{one === stage ? t('page.since', { date }) : date}</span>
        )}
      </>
    )
  }
  const title = (one: Stage) => {
    const at = reachedAt(one)
    return at === null ? undefined : format.full(at)
  }
  if (onChoose === null) {
    const still = (one: Stage) => (
      <li
        key={one}
        aria-current={one === stage ? 'step' : undefined}
        className={one === 'lost' ? styles.lost : styles.step}
        title={title(one)}
      >
        {words(one)}
      </li>
    )
    return (
      <div
        className={`${styles.stepper} ${styles.still}`}
        role="group"
        aria-label={t('page.stages')}
      >
        <ol className={styles.path}>{path.map(still)}</ol>
        <ul className={styles.end}>{still('lost')}</ul>
      </div>
    )
  }
  const step = (one: Stage) => (
    <button
      key={one}
      type="button"
      role="radio"
      aria-checked={one === stage}
      tabIndex={one === stage ? 0 : -1}
      className={one === 'lost' ? styles.lost : styles.step}
      title={title(one)}
      onClick={() => one !== stage && void onChoose(one)}
    >
      {words(one)}
    </button>
  )
  return (
    <div
      className={styles.stepper}
      role="radiogroup"
      aria-label={t('page.stages')}
      onKeyDown={walk}
    >
      <div className={styles.path}>{path.map(step)}</div>
      {step('lost')}
    </div>
  )
}

const directions: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

/** Arrows only move the focus: a stage is not changed by passing over it. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const direction = directions[event.key]
  if (!direction) return
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
  const at = radios.findIndex((radio) => radio === document.activeElement)
  radios[(at + direction + radios.length) % radios.length]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
