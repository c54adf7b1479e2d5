import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { Note } from '@renderer/components/note'
import { useFormat } from '@renderer/lib/format'
import type { CustomerRights } from '../customer-rights'
import styles from './place-banner.module.css'

/** Says over the page that a customer lies in the recycle bin or in the archive, and takes it out; nothing for one at work. */
export function PlaceBanner({
  detail,
  rights,
  onRestore,
  onUnarchive,
}: {
  detail: CustomerDetail
  rights: CustomerRights
  onRestore: () => void
  onUnarchive: () => void
}) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { archivedAt, deletedAt, mergedIntoId } = detail
  if (archivedAt === null) return null
  const inBin = deletedAt !== null
  return (
    <div className={styles.banner}>
      <Note tone="warn">
        <span className={styles.bannerRow}>
          {inBin
            ? t('page.binBanner', { date: format.prose(deletedAt) })
            : t('page.archivedBanner', { date: format.prose(archivedAt) })}
          {inBin && rights.restore && mergedIntoId === null && (
            <Button size="small" onClick={onRestore}>
              {t('page.takeBack')}
            </Button>
          )}
          {!inBin && rights.edit && (
            <Button size="small" onClick={onUnarchive}>
              {t('page.restore')}
            </Button>
          )}
        </span>
      </Note>
    </div>
  )
}
