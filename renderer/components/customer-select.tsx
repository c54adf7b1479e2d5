import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRouteQuery } from '@renderer/lib/client'
import styles from './customer-select.module.css'
import { PrivateText } from './private-text'

const shown = 8

type Props = {
  value: number | null
  onChange: (next: number | null) => void
  /** One that is not offered: nobody is found for itself. */
  exceptId?: number | null
  /** Stands for one that is chosen and may not be read. */
  hiddenName?: string
} & Pick<
  React.ComponentProps<typeof Select>,
  'id' | 'status' | 'onBlur' | 'ref' | 'autoFocus' | 'allowClear'
>

/**
 * Finds a customer by a part of the name, its pinyin or first letters, or digits of a phone, among those that one may read; those of
 * last contact come first.
 */
export function CustomerSelect({ value, onChange, exceptId, hiddenName = '', ...field }: Props) {
  const { t } = useTranslation('common')
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const found = useRouteQuery(
    'customers.list',
    {
      filter: { text },
      sort: { by: 'lastInteractionAt', direction: 'desc' },
      limit: shown + 1,
    },
    { enabled: isOpen, keepPrevious: true },
  )
  const chosen = useRouteQuery('customers.get', { id: value ?? 1 }, { enabled: value !== null })
  const offered = (found.data?.rows ?? []).filter(({ id }) => id !== exceptId).slice(0, shown)
  const nameOf = (id: number) =>
    offered.find((one) => one.id === id)?.name ??
    chosen.data?.name ??
    (chosen.error ? hiddenName : '')
  return (
    <Select<number, { value: number; name: string; code: string }>
      {...field}
      className={styles.select ?? ''}
      showSearch={{ filterOption: false, onSearch: setText, optionFilterProp: 'name' }}
      popupMatchSelectWidth={360}
      placeholder={t('findCustomer.placeholder')}
      notFoundContent={found.data ? t('findCustomer.none') : null}
      value={value}
      options={offered.map(({ id, name, code }) => ({ value: id, name, code }))}
      optionRender={({ data }) => (
        <span className={styles.option}>
          <PrivateText text={data.name} className={styles.name} />
          <span className={styles.code}>{data.code}</span>
        </span>
      )}
      labelRender={({ value: id }) => <PrivateText text={nameOf(Number(id))} />}
      onOpenChange={(open) => {
        setOpen(open)
        if (!open) setText('')
      }}
      onChange={(next: number | undefined) => onChange(next ?? null)}
    />
  )
}
