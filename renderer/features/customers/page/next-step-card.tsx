import { Button } from 'antd'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import { useCustomerCommands } from '../use-customer-commands'
import styles from './next-step-card.module.css'

/** What is planned next, when, and 完成. Tinted beside the list, outlined on the customer page. */
export function NextStepCard({
  nextStep,
  canComplete,
  showNote,
  tinted = false,
}: {
  nextStep: CustomerDetail['nextStep']
  /** False for those who may not write follow-ups of this customer. */
  canComplete: boolean
  /** False for those from whom the text is kept. */
  showNote: boolean
  tinted?: boolean
}) {
  const { t } = useTranslation(['customers', 'common'])
  const format = useFormat()
  const commands = useCustomerCommands()
  const [busy, setBusy] = useState(false)
  if (!nextStep) {
    if (tinted) return null
    return (
      <div className={styles.card}>
        <CalendarClock size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />
        <div className={styles.words}>
          <div className={styles.when}>{t('page.noNext')}</div>
          {canComplete && <div className={styles.hint}>{t('page.noNextHint')}</div>}
        </div>
      </div>
    )
  }
  const due = format.due(nextStep.at)
  const when =
    due.tone === 'overdue' && tinted ? `${due.text} · ${format.prose(nextStep.at)}` : due.text
  const classes = [styles.card, tinted && styles.tinted, due.tone === 'overdue' && styles.late]
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      {!tinted && <CalendarClock size={16} strokeWidth={1.6} aria-hidden className={styles.icon} />}
      <div className={styles.words}>
        <div className={styles.when} title={format.full(nextStep.at)}>
          {tinted ? when : t('page.nextOn', { when })}
        </div>
        {showNote && (
          <div className={styles.note}>
            {nextStep.note === null ? t('page.noNote') : <PrivateText text={nextStep.note} />}
          </div>
        )}
      </div>
      {canComplete && (
        <Button
          size="small"
          loading={busy}
          onClick={async () => {
            setBusy(true)
            await commands.completeNext(nextStep.followUpId)
            setBusy(false)
          }}
        >
          {t('page.done')}
        </Button>
      )}
    </div>
  )
}
