import { Checkbox } from 'antd'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListColumn } from './columns'
import styles from './customer-table.module.css'
import { changeSort, useListStore } from './list-store'

/** Head of the table: the box for all, and titles that sort; a second press turns the order round. */
export function TableHead({
  columns,
  total,
  onToggleAll,
}: {
  columns: readonly ListColumn[]
  total: number
  /** null where rows cannot be chosen. */
  onToggleAll: (() => void) | null
}) {
  const { t } = useTranslation('customers')
  const sort = useListStore((state) => state.sort)
  const chosen = useListStore((state) => state.selected.size)
  const Arrow = sort.direction === 'asc' ? ArrowUp : ArrowDown
  return (
    <div className={styles.head} role="row">
      <span role="columnheader" className={styles.box}>
        {onToggleAll && (
          <Checkbox
            checked={chosen > 0 && chosen >= total}
            indeterminate={chosen > 0 && chosen < total}
            aria-label={t('list.selectAll')}
            onChange={onToggleAll}
          />
        )}
      </span>
      {columns.map(({ key, sortBy, sortField, title: name }) => {
        const title = name ?? t(`column.${key}`)
        if (!sortBy && sortField === undefined)
          return (
            <span key={key} role="columnheader" className={styles.title} title={name}>
              {name === undefined ? title : <span className={styles.clip}>{title}</span>}
            </span>
          )
        const active = sort.fieldId === sortField && (!sortBy || sort.by === sortBy)
        const order = active ? (sort.direction === 'asc' ? 'ascending' : 'descending') : 'none'
        return (
          <span key={key} role="columnheader" aria-sort={order} className={styles.title}>
            <button
              type="button"
              className={styles.sort}
              onClick={() =>
                changeSort({
                  by: sortBy ?? sort.by,
                  direction: active && sort.direction === 'asc' ? 'desc' : 'asc',
                  ...(sortField === undefined ? {} : { fieldId: sortField }),
                })
              }
              title={name}
            >
              {name === undefined ? title : <span className={styles.clip}>{title}</span>}
              {active && <Arrow size={13} strokeWidth={1.6} aria-hidden />}
            </button>
          </span>
        )
      })}
    </div>
  )
}
