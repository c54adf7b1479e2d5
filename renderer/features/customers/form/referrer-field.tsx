import { Select } from 'antd'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormField } from '@renderer/components/form-field'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './customer-form.module.css'
import type { CustomerControl } from './form-fields'

const shown = 8

/**
 * The customer who brought this one, found by typing (R034, R076). Only customers that one may read are offered, and never the
 * customer itself; one that was named by somebody else and may not be read stays, without its name.
 */
export function ReferrerField({
  control,
  customerId,
}: {
  control: CustomerControl
  /** Whose form it is; null for a new customer. */
  customerId: number | null
}) {
  const { t } = useTranslation('customers')
  return (
    <Controller
      control={control}
      name="referrerId"
      render={({ field: { value, onChange, ...field }, fieldState }) => (
        <FormField label={t('field.referrerId')} error={fieldState.error?.message}>
          {(props) => (
            <div data-private className={styles.cover}>
              <ReferrerSelect
                {...field}
                {...props}
                customerId={customerId}
                value={value ?? null}
                onChange={onChange}
              />
            </div>
          )}
        </FormField>
      )}
    />
  )
}

function ReferrerSelect({
  customerId,
  value,
  onChange,
  ...field
}: {
  customerId: number | null
  value: number | null
  onChange: (next: number | null) => void
} & Pick<React.ComponentProps<typeof Select>, 'id' | 'status' | 'onBlur' | 'ref'>) {
  const { t } = useTranslation('customers')
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const found = useRouteQuery(
    'customers.list',
    { filter: { text }, limit: shown + 1 },
    { enabled: isOpen, keepPrevious: true },
  )
  const chosen = useRouteQuery('customers.get', { id: value ?? 1 }, { enabled: value !== null })
  const offered = (found.data?.rows ?? []).filter(({ id }) => id !== customerId).slice(0, shown)
  const options = offered.map(({ id, name, code }) => ({ value: id, name, code }))
  const label = chosen.data?.name ?? (chosen.error ? t('form.hiddenReferrer') : '')
  return (
    <Select<number, { value: number; name: string; code: string }>
      {...field}
      showSearch={{ filterOption: false, onSearch: setText, optionFilterProp: 'name' }}
      allowClear
      popupMatchSelectWidth={360}
      placeholder={t('form.findCustomer')}
      notFoundContent={found.data ? t('form.noCustomer') : null}
      value={value}
      options={options}
      optionRender={({ data }) => (
        <span className={styles.option}>
          {data.name}
          <span className={styles.code}>{data.code}</span>
        </span>
      )}
      labelRender={({ value: id }) => offered.find((one) => one.id === id)?.name ?? label}
      onOpenChange={(open) => {
        setOpen(open)
        if (!open) setText('')
      }}
      onChange={(next: number | undefined) => onChange(next ?? null)}
    />
  )
}
