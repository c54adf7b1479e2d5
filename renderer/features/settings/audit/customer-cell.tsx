import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AuditLine } from '@shared/features/audit/audit.schema'
import { useFormat } from '@renderer/lib/format'
import { usePrivacy } from '@renderer/lib/privacy'
import styles from './audit-table.module.css'

/** The customers an entry is about, each leading to its page; of many the first ones and their number. */
export function CustomerCell({
  customers,
  count,
}: {
  customers: AuditLine['customers']
  count: number
}) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const covered = usePrivacy()
  if (count === 0) return t('none')
  const many = { count, shown: format.count(count) }
  if (customers.length === 0) return t('manyCustomers', many)
  const all = customers.map(({ name }) => name).join(t('and'))
  return (
    <>
      <span className={styles.names} title={covered ? undefined : all}>
        {customers.map(({ id, name }, index) => (
          <Fragment key={id}>
            {index > 0 && t('and')}
            <Link data-private className={styles.link} to={`/customers/${id}`}>
              {name}
            </Link>
          </Fragment>
        ))}
      </span>
      {count > customers.length && <span className={styles.rest}>{t('moreCustomers', many)}</span>}
    </>
  )
}
