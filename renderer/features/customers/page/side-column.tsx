import { useTranslation } from 'react-i18next'
import { formatYuan } from '@shared/core/money'
import { regionName } from '@shared/core/regions/regions'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { FoldedText } from '@renderer/components/folded-text'
import { SectionTitle } from '@renderer/components/section-title'
import { useFormat } from '@renderer/lib/format'
import type { CustomerRights } from '../customer-rights'
import { DetailRows } from './detail-rows'
import { NeedSection } from './need-section'
import { ReferrerLink } from './referrer-link'
import styles from './side-column.module.css'

/** Right column of the customer page: need, tags, details, as far as one may see them; sections without boxes. */
export function SideColumn({
  detail,
  rights,
  tags,
  more,
  onEdit,
}: {
  detail: CustomerDetail
  rights: CustomerRights
  /** The tags of the customer with their editor. */
  tags: React.ReactNode
  /** Sections of other features. */
  more: React.ReactNode
  onEdit: () => void
}) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const region = detail.regionCode === null ? '' : regionName(detail.regionCode)
  const address = [region, detail.address].filter(Boolean).join(' ')
  const details: [string, React.ReactNode][] = [
    ['source', detail.source],
    ['referrerId', detail.referrerId !== null && <ReferrerLink detail={detail} />],
    ['annualRevenue', detail.annualRevenue !== null && `¥${formatYuan(detail.annualRevenue)}`],
    ['occupation', detail.occupation && <span data-private>{detail.occupation}</span>],
    ['address', address && <span data-private>{address}</span>],
    ['firstContactOn', detail.firstContactOn && format.isoDate(detail.firstContactOn)],
    ['createdAt', format.prose(detail.createdAt)],
    ['creator', detail.creatorName],
    ['externalId', detail.externalId],
  ]
  return (
    <aside className={styles.column} aria-label={t('page.details')} data-region tabIndex={-1}>
      <NeedSection detail={detail} rights={rights} onEdit={onEdit} />
      {more}
      {rights.readTags && <section>{tags}</section>}
      <section>
        <SectionTitle>{t('page.details')}</SectionTitle>
        <DetailRows rows={details} />
        {detail.notes && (
          <>
            <h3 className={styles.sub}>{t('page.notes')}</h3>
            <FoldedText text={detail.notes} />
          </>
        )}
      </section>
    </aside>
  )
}
