import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Seal } from '@renderer/components/seal'
import { LedgerPane } from '../ledger-pane'
import { steps, type Draft, type Step } from './draft'
import styles from './step-list.module.css'

/** The five steps on the ledger page: done, current, to come, each with what was chosen or is to do. */
export function StepList({ step, draft }: { step: Step; draft: Draft }) {
  const { t } = useTranslation('vault')
  const current = steps.indexOf(step)
  const chosen: Partial<Record<Step, string>> = {
    book: draft.bookName && `${draft.bookName}.kebu`,
    owner: draft.ownerName,
  }
  return (
    <LedgerPane narrow>
      <div className={styles.content}>
        <div className={styles.name}>
          <Seal size={26} />
          {t('common:appName')}
        </div>
        <ol className={styles.steps}>
          {steps.map((id, index) => {
            const done = index < current
            const note = (done && chosen[id]) || t(`step.${id}.note`)
            return (
              <li
                key={id}
                className={styles.step}
                data-state={done ? 'done' : index === current ? 'current' : 'later'}
                aria-current={index === current ? 'step' : undefined}
              >
                <span className={styles.mark} aria-hidden>
                  {done ? <Check size={14} strokeWidth={1.6} /> : index + 1}
                </span>
                <span className={styles.title}>{t(`step.${id}.title`)}</span>
                <span className={styles.note} title={note}>
                  {note}
                </span>
              </li>
            )
          })}
        </ol>
      </div>
    </LedgerPane>
  )
}
