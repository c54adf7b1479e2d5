import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DuplicateCustomer } from '@shared/features/duplicates/duplicates.contract'
import { StageMark } from '@renderer/components/stage-mark'
import { useFormat } from '@renderer/lib/format'
import styles from './cluster-row.module.css'

/** One customer of a group in one line, so that the differences stand below one another. */
export function ClusterRow({ customer }: { customer: DuplicateCustomer }) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  return (
    <li className={styles.row}>
      <Link
        to={`/customers/${customer.id}`}
        className={styles.name}
        data-private
        title={customer.name}
      >
        {customer.name}
      </Link>
      <span className={styles.code}>{customer.code}</span>
      <span data-private className={styles.cell}>
        {customer.contactPerson}
      </span>
      <span data-private className={styles.number}>
        {customer.phoneMasked}
      </span>
      <span data-private className={styles.email}>
        {customer.emailMasked}
      </span>
      <span className={styles.cell}>
        <StageMark stage={customer.stage} />
      </span>
      <span className={styles.cell}>{customer.ownerName}</span>
      <span className={styles.number}>
        {customer.archivedAt !== null
          ? t('archived')
          : t('cluster.followUps', { count: customer.followUpCount })}
      </span>
      <span className={styles.number}>
        {t('cluster.created', { date: format.prose(customer.createdAt) })}
      </span>
    </li>
  )
}
