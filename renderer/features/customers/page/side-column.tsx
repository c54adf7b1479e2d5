import { SquarePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { IconButton } from '@renderer/components/icon-button'
import { SectionTitle } from '@renderer/components/section-title'
import { useFormat } from '@renderer/lib/format'
import styles from './side-column.module.css'

/** Right column of the customer page: need, tags, details; sections without boxes. */
export function SideColumn({
  detail,
  tags,
  onEdit,
}: {
  detail: CustomerDetail
  /** The tags of the customer with their editor. */
  tags: React.ReactNode
  onEdit: () => void
}) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const details: [string, string | null][] = [
    ['source', detail.source],
    ['address', detail.address],
    ['firstContactOn', detail.firstContactOn && format.isoDate(detail.firstContactOn)],
    ['createdAt', format.prose(detail.createdAt)],
    ['creator', detail.creatorName],
    ['externalId', detail.externalId],
  ]
  return (
    <aside className={styles.column} aria-label={t('page.details')} data-region tabIndex={-1}>
      <section className={styles.section}>
        <SectionTitle
          action={
            <IconButton
              icon={SquarePen}
              label={t('page.edit')}
              keys="e"
              onClick={onEdit}
              placement="left"
            />
          }
        >
          {t('page.need')}
        </SectionTitle>
        <p className={detail.need ? styles.text : styles.none}>{detail.need ?? t('page.noNeed')}</p>
        {detail.missing.length > 0 && (
          <p className={styles.missing}>
            {t('page.missing', {
              fields: detail.missing.map((name) => t(`field.${name}`)).join(t('list.and')),
            })}
          </p>
        )}
      </section>
      <section className={styles.section}>{tags}</section>
      <section className={styles.section}>
        <SectionTitle>{t('page.details')}</SectionTitle>
        <dl className={styles.details}>
          {details
            .filter(([, value]) => value)
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
            <p className={styles.text}>{detail.notes}</p>
          </>
        )}
      </section>
    </aside>
  )
}
