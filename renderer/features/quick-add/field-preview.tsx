import { useTranslation } from 'react-i18next'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import styles from './field-preview.module.css'

const order = [
  'kind',
  'name',
  'contactPerson',
  'gender',
  'phone',
  'email',
  'birthDate',
  'occupation',
  'address',
  'creditCode',
  'idCard',
  'bankAccount',
  'notes',
] as const

/** What will stand in the form, field by field. */
export function FieldPreview({ values }: { values: Partial<CustomerFormValues> }) {
  const { t } = useTranslation('quick-add')
  const wordOf = (field: (typeof order)[number]) => {
    const value = values[field]
    if (field === 'kind' || field === 'gender') return value ? t(`common:${field}.${value}`) : ''
    return value ?? ''
  }
  const name = values.kind === 'company' ? 'companyName' : 'name'
  return (
    <dl className={styles.list} aria-label={t('preview')}>
      {order
        .filter((field) => field === 'name' || wordOf(field) !== '')
        .map((field) => (
          <div key={field} className={styles.row}>
            <dt>{t(`field.${field === 'name' ? name : field}`)}</dt>
            <dd data-private={field !== 'kind' || undefined}>
              {wordOf(field) || <span className={styles.missing}>{t('noName')}</span>}
            </dd>
          </div>
        ))}
    </dl>
  )
}
