import { SquarePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { IconButton } from '@renderer/components/icon-button'
import { SectionTitle } from '@renderer/components/section-title'
import { useFormat } from '@renderer/lib/format'
import type { CustomerRights } from '../customer-rights'
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
  const details: [string, React.ReactNode][] = [
    ['source', detail.source],
    ['address', detail.address && <span data-private>{detail.address}</span>],
    ['firstContactOn', detail.firstContactOn && format.isoDate(detail.firstContactOn)],
    ['createdAt', format.prose(detail.createdAt)],
    ['creator', detail.creatorName],
    ['externalId', detail.externalId],
  ]
  return (
    <aside className={styles.column} aria-label={t('page.details')} data-region tabIndex={-1}>
      {rights.notes === 'full' && (
        <section className={styles.section}>
          <SectionTitle
            action={
              rights.edit && (
                <IconButton
                  icon={SquarePen}
                  label={t('page.edit')}
                  keys="e"
                  onClick={onEdit}
                  placement="left"
                />
              )
            }
          >
            {t('page.need')}
          </SectionTitle>
          {detail.need ? (
            <p data-private className={styles.text}>
              {detail.need}
            </p>
          ) : (
            <p className={styles.none}>{t('page.noNeed')}</p>
          )}
        </section>
      )}
      {more}
      {rights.readTags && <section className={styles.section}>{tags}</section>}
      <section className={styles.section}>
        <SectionTitle>{t('page.details')}</SectionTitle>
        <dl className={styles.details}>
          {details
            .filter(([, value]) => value !== null && value !== '')
            .map(([name, value]) => (
              <div key={name} className={styles.row}>
                <dt>{t(`field.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {detail.notes && (
          <>
            <h3 className={styles.sub}>{t('page.notes')}</h3>
            <p data-private className={styles.text}>
              {detail.notes}
            </p>
          </>
        )}
      </section>
    </aside>
  )
}
