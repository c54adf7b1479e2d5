import { useTranslation } from 'react-i18next'
import type { CaseEntry, CaseSpan } from '@shared/features/service-cases/service-cases.schema'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import { useSpanWords } from '@renderer/lib/span-words'
import { CaseActions } from './case-actions'
import styles from './case-details.module.css'

/** All of one case, and what may be done with it. */
export function CaseDetails({
  entry,
  canWrite,
  onOpenCustomer,
}: {
  entry: CaseEntry
  canWrite: boolean
  /** Leads to the customer; left out where one is there. */
  onOpenCustomer?: () => void
}) {
  const { t } = useTranslation('service-cases')
  const format = useFormat()
  const { code, content, result, contactName, openedAt, response, resolution } = entry
  const rows: [name: string, value: React.ReactNode][] = [
    ['openedAt', format.full(openedAt)],
    ...(contactName ? [row('contact', <PrivateText text={contactName} />)] : []),
    row('handler', entry.handlerName),
    ['response', <Span key="response" span={response} />],
    ['resolution', <Span key="resolution" span={resolution} />],
    ...(entry.satisfaction === null
      ? []
      : [row('satisfaction', t('rated', { count: entry.satisfaction }))]),
  ]
  return (
    <div className={styles.details}>
      <p className={styles.code}>
        {code}
        {onOpenCustomer && (
          <>
            {' · '}
            <button type="button" className={styles.customer} onClick={onOpenCustomer}>
              <PrivateText text={entry.customerName} />
            </button>
          </>
        )}
      </p>
      {content && (
        <p data-private className={styles.text}>
          {content}
        </p>
      )}
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{t(`field.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {result && (
        <div className={styles.result}>
          <span className={styles.label}>{t('field.result')}</span>
          <p data-private className={styles.text}>
            {result}
          </p>
        </div>
      )}
      {canWrite && <CaseActions key={`${entry.id} ${entry.status}`} entry={entry} />}
    </div>
  )
}

const row = (name: string, value: React.ReactNode): [string, React.ReactNode] => [name, value]

/** By the clock, and what of it was working time where that differs. */
function Span({ span }: { span: CaseSpan | null }) {
  const { t } = useTranslation('service-cases')
  const words = useSpanWords()
  if (span === null) return <span className={styles.none}>{t('notYet')}</span>
  const clock = words(span.clock)
  return span.working === span.clock
    ? clock
    : t('ofWorking', { clock, working: words(span.working) })
}
