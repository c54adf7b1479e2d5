import { useTranslation } from 'react-i18next'
import type { CardValues } from '@shared/features/quick-add/card-form.rules'
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
] as const

/** What will stand in the form, field by field. */
export function FieldPreview({ values }: { values: CardValues }) {
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
          <Row key={field} label={t(`field.${field === 'name' ? name : field}`)}>
            <span data-private={field !== 'kind' || undefined}>
              {wordOf(field) || <span className={styles.missing}>{t('noName')}</span>}
            </span>
          </Row>
        ))}
      {values.points?.map(({ type, raw }, index) => (
        <Row key={index} label={t(`piece.${type}`)}>
          <span data-private>{raw}</span>
        </Row>
      ))}
      {values.notes && (
        <Row label={t('field.notes')}>
          <span data-private>{values.notes}</span>
        </Row>
      )}
    </dl>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
