import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from '@renderer/components/form-field'
import { PrivateText } from '@renderer/components/private-text'
import { useRouteQuery } from '@renderer/lib/client'

/** Whose case it is: found by name, pinyin or number as in every search. */
export function CustomerSelect({
  value,
  onChange,
  field: { status, ...field },
}: {
  value: number | null
  onChange: (id: number | null) => void
  field: FieldProps
}) {
  const { t } = useTranslation('service-cases')
  const [text, setText] = useState('')
  const { data } = useRouteQuery(
    'customers.list',
    { filter: { text }, sort: { by: 'lastInteractionAt', direction: 'desc' }, limit: 20 },
    { keepPrevious: true },
  )
  const { data: chosen } = useRouteQuery(
    'customers.get',
    { id: value ?? 0 },
    { enabled: value !== null },
  )
  const found = (data?.rows ?? []).map(({ id, name, code }) => ({ id, name, code }))
  const rows =
    chosen && !found.some(({ id }) => id === chosen.id)
      ? [{ id: chosen.id, name: chosen.name, code: chosen.code }, ...found]
      : found
  return (
    <Select<number>
      {...field}
      {...(status ? { status } : {})}
      autoFocus={value === null}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      placeholder={t('findCustomer')}
      notFoundContent={t('noCustomer')}
      value={value}
      onChange={(id) => onChange(id)}
      options={rows.map(({ id, name, code }) => ({
        value: id,
        label: <PrivateText text={`${name} · ${code}`} />,
      }))}
    />
  )
}
