import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { Avatar } from '@renderer/components/avatar'
import { useFormat } from '@renderer/lib/format'
import styles from './name-block.module.css'
import { NextStepCard } from './next-step-card'

/** Who it is: name, code, kind and trade; beside it what is planned next. */
export function NameBlock({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const facts = [
    t(`common:kind.${detail.kind}`),
    detail.industry,
    detail.companySize && t(`common:companySize.${detail.companySize}`),
    t('page.created', { date: format.prose(detail.createdAt) }),
  ].filter(Boolean)

  return (
    <div className={styles.block}>
      <Avatar name={detail.name} size={48} shape="square" />
      <div className={styles.words}>
        <h1 className={styles.name} title={detail.name}>
          {detail.name}
        </h1>
        <div className={styles.meta}>
          <span className={styles.code}>{detail.code}</span>
          <span className={styles.facts}>{facts.join(' · ')}</span>
        </div>
      </div>
      <NextStepCard nextStep={detail.nextStep} />
    </div>
  )
}
