import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './automation.module.css'

/** Chooses tags of the book, or a single one. */
export function TagSelect({
  label,
  value,
  single = false,
  onChange,
}: {
  label: string
  value: number[]
  single?: boolean
  onChange: (ids: number[]) => void
}) {
  const { t } = useTranslation('common')
  const { data } = useRouteQuery('tags.list', {})
  const options = (data?.tags ?? [])
    .filter(({ id, archivedAt }) => archivedAt === null || value.includes(id))
    .map(({ id, type, name }) => ({ value: id, label: `${name} · ${t(`tagType.${type}`)}` }))
  const common = {
    ...{ className: styles.full ?? '', placeholder: label, options, optionFilterProp: 'label' },
    'aria-label': label,
  }
  if (single)
    return (
      <Select
        {...common}
        showSearch
        value={value[0] ?? null}
        onChange={(id: number | null) => onChange(id === null ? [] : [id])}
      />
    )
  return (
    <Select {...common} mode="multiple" value={value} onChange={(ids: number[]) => onChange(ids)} />
  )
}
