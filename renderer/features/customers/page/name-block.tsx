import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { Avatar } from '@renderer/components/avatar'
import { PrivateText } from '@renderer/components/private-text'
import { useFormat } from '@renderer/lib/format'
import { ActivityFlag } from '../activity-flag'
import type { CustomerRights } from '../customer-rights'
import { PoolLabel } from '../owner-text'
import styles from './name-block.module.css'
import { NextStepCard } from './next-step-card'

/** Who it is: name, how quiet, whether it may be claimed, code, kind and trade; beside it what is planned next. */
export function NameBlock({
  detail,
  rights,
  check,
}: {
  detail: CustomerDetail
  rights: CustomerRights
  /** Whether the name was made sure of. */
  check: React.ReactNode
}) {
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
      <Avatar name={detail.name} size={48} shape="square" isPrivate />
      <div className={styles.words}>
        <div className={styles.line}>
          <h1 className={styles.name}>
            <PrivateText text={detail.name} />
          </h1>
          {check}
          <ActivityFlag detail={detail} />
          {detail.relation === 'pool' && <PoolLabel />}
        </div>
        <div className={styles.meta}>
          <span className={styles.code}>{detail.code}</span>
          <span className={styles.facts}>
            {facts.map((fact, index) => (
              // A mark of direction in one of them turns the others round, were they one text.
              <Fragment key={index}>
                {index > 0 && ' · '}
                <bdi>{fact}</bdi>
              </Fragment>
            ))}
          </span>
        </div>
      </div>
      {rights.readFollowUps && (
        <NextStepCard
          nextStep={detail.nextStep}
          canComplete={rights.log}
          showNote={rights.notes === 'full'}
        />
      )}
    </div>
  )
}
