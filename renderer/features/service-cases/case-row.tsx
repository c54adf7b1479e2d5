import { useTranslation } from 'react-i18next'
import { isOpenCase } from '@shared/features/service-cases/service-cases.rules'
import type { CaseEntry } from '@shared/features/service-cases/service-cases.schema'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import { useSpanWords } from '@renderer/lib/span-words'
import { CaseMark } from './case-mark'
import styles from './cases.module.css'

/** One case: what it is about, whose, where it stands and how long it waits or took. */
export function CaseRow({
  entry,
  now,
  opened,
  withCustomer,
  onOpen,
}: {
  entry: CaseEntry
  now: number
  /** Its details stand open. */
  opened: boolean
  withCustomer: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation('service-cases')
  const format = useFormat()
  const { kind, status, subject, openedAt } = entry
  return (
    <button
      type="button"
      className={opened ? `${styles.row} ${styles.current}` : styles.row}
      aria-expanded={opened}
      onClick={onOpen}
    >
      <span className={styles.mark}>
        <CaseMark kind={kind} />
      </span>
      <span className={styles.what}>
        <PrivateText className={styles.subject} text={subject || t(`common:caseKind.${kind}`)} />
        <span className={styles.under}>
          {t(`common:caseKind.${kind}`)}
          {withCustomer && (
            <>
              {' · '}
              <PrivateText text={entry.customerName} />
            </>
          )}
          {' · '}
          {entry.handlerName}
        </span>
      </span>
      <span className={styles.stand}>
        {t(`common:caseStatus.${status}`)}
        {entry.satisfaction !== null && ` · ${t('rated', { count: entry.satisfaction })}`}
      </span>
      <span className={styles.time} title={format.full(openedAt)}>
        <Wait entry={entry} now={now} />
      </span>
    </button>
  )
}

/** How long an open case waits, since when for its first answer; of a finished one how long it took. */
function Wait({ entry, now }: { entry: CaseEntry; now: number }) {
  const { t } = useTranslation('service-cases')
  const span = useSpanWords()
  if (!isOpenCase(entry)) return t('took', { span: span(entry.resolution?.clock ?? 0) })
  const waits = span(Math.max(0, now - entry.openedAt))
  if (entry.respondedAt !== null) return t('openFor', { span: waits })
  return <span className={styles.unanswered}>{t('unansweredFor', { span: waits })}</span>
}
