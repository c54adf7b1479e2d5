import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { auditKinds } from '@shared/features/audit/audit.schema'
import { useRouteQuery } from '@renderer/lib/client'
import type { AuditChoice } from './audit-choice.rules'
import { CustomerChip } from './customer-chip'
import styles from './filter-row.module.css'

/** Who, what, when, and the customer that the address names. */
export function FilterRow({
  choice,
  onChange,
  customerId,
  onDropCustomer,
}: {
  choice: AuditChoice
  onChange: (change: Partial<AuditChoice>) => void
  customerId: number | null
  onDropCustomer: () => void
}) {
  const { t } = useTranslation('audit')
  const { data } = useRouteQuery('audit.listUsers', {})
  return (
    <div className={styles.row} role="search" aria-label={t('filters')} data-region tabIndex={-1}>
      <Select
        className={styles.user ?? ''}
        size="small"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('filter.user')}
        aria-label={t('filter.user')}
        value={choice.userId}
        options={(data?.users ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(userId: number | undefined) => onChange({ userId: userId ?? null })}
      />
      <Select
        className={styles.kinds ?? ''}
        mode="multiple"
        size="small"
        allowClear
        maxTagCount="responsive"
        placeholder={t('filter.kinds')}
        aria-label={t('filter.kinds')}
        value={choice.kinds}
        options={auditKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(kinds) => onChange({ kinds })}
      />
      <Days days={choice.days} onChange={(days) => onChange({ days })} />
      {customerId !== null && <CustomerChip id={customerId} onDrop={onDropCustomer} />}
    </div>
  )
}

function Days({
  days,
  onChange,
}: {
  days: AuditChoice['days']
  onChange: (days: AuditChoice['days']) => void
}) {
  const { t } = useTranslation('audit')
  const today = dayjs()
  return (
    <DatePicker.RangePicker
      className={styles.days ?? ''}
      size="small"
      value={days && [dayjs(days.first), dayjs(days.last)]}
      placeholder={[t('filter.from'), t('filter.until')]}
      presets={[
        { label: t('preset.today'), value: [today, today] },
        { label: t('preset.week'), value: [today.subtract(6, 'day'), today] },
        { label: t('preset.month'), value: [today.subtract(29, 'day'), today] },
      ]}
      onChange={(range) => {
        const [first, last] = range ?? []
        onChange(first && last ? { first: first.valueOf(), last: last.valueOf() } : null)
      }}
    />
  )
}
