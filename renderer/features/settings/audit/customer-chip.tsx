import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './filter-row.module.css'

/** The customer that the list is about, by name where there still is one, with a cross to see everything again. */
export function CustomerChip({ id, onDrop }: { id: number; onDrop: () => void }) {
  const { t } = useTranslation('audit')
  const { data } = useRouteQuery('customers.get', { id })
  const name = data?.name ?? String(id)
  return (
    <span className={styles.chip}>
      <span>{t('filter.customer')}</span>
      <span className={styles.chipText} data-private={data ? true : undefined}>
        {name}
      </span>
      <button
        type="button"
        className={styles.drop}
        aria-label={t('filter.dropCustomer')}
        onClick={onDrop}
      >
        <X size={13} strokeWidth={1.6} aria-hidden />
      </button>
    </span>
  )
}
