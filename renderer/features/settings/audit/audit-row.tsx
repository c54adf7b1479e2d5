import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditLine } from '@shared/features/audit/audit.schema'
import { useFormat } from '@renderer/lib/format'
import styles from './audit-table.module.css'
import { CustomerCell } from './customer-cell'
import { detailWords, routeWords } from './line-words'
import { rowHeight } from './rows-in-view.rules'
import { whenWords } from './when-words'

type Props = {
  line: AuditLine
  index: number
  /** People by row id, for entries about a person. */
  names: ReadonlyMap<number, string>
}

/** One entry on one line. */
export const AuditRow = memo(function AuditRow({ line, index, names }: Props) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const what = routeWords(t, line.route)
  const details = detailWords(line, names, { t, count: format.count })
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${index * rowHeight}px)` }}
    >
      <span role="cell" className={styles.id}>
        {line.id}
      </span>
      <span role="cell" className={styles.at} title={format.full(line.at)}>
        {whenWords(format, line.at)}
      </span>
      <span role="cell" className={styles.who}>
        {line.userName ?? t('nobody')}
      </span>
      <span role="cell" className={styles.what} title={what}>
        {what}
      </span>
      <span role="cell" className={styles.customers}>
        <CustomerCell customers={line.customers} count={line.customerCount} />
      </span>
      <span role="cell" className={styles.details} title={details}>
        {details || t('none')}
      </span>
    </div>
  )
})
