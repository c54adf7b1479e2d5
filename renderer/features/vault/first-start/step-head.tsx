import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../gate.module.css'
import { steps, type Step } from './draft'

/** Number, title and one sentence of a step. The title takes the focus where the step has no field to take it. */
export function StepHead({ step, focus = false }: { step: Step; focus?: boolean }) {
  const { t } = useTranslation('vault')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) title.current?.focus()
  }, [focus])
  const values = { number: steps.indexOf(step) + 1, total: steps.length }
  return (
    <>
      <p className={styles.step}>{t('step.count', values)}</p>
      <h1 ref={title} className={styles.title} tabIndex={-1} style={{ outline: 'none' }}>
        {t(`step.${step}.heading`)}
      </h1>
      <p className={styles.lead}>{t(`step.${step}.lead`)}</p>
    </>
  )
}
