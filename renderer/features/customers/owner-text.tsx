import { useTranslation } from 'react-i18next'
import type { Relation } from '@shared/core/permissions'
import styles from './owner-text.module.css'

/** Who a customer belongs to, in a line of the list; what may be claimed says so instead. */
export function OwnerText({ name, relation }: { name: string; relation: Relation }) {
  if (relation === 'pool') return <PoolLabel />
  return (
    <span className={styles.owner} title={name}>
      {name}
    </span>
  )
}

/** The small label of what anybody may claim (R082). */
export function PoolLabel() {
  const { t } = useTranslation('customers')
  return <span className={styles.pool}>{t('owner.pool')}</span>
}
