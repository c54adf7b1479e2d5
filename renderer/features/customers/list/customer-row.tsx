import { Checkbox } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import type { ListColumn } from './columns'
import styles from './customer-table.module.css'
import type { ListRow } from './windows'

export type RowActions = {
  onOpen: (row: ListRow) => void
  onPick: (row: ListRow) => void
  onToggle: (row: ListRow, extend: boolean) => void
}

/** Id of a row's element, for the grid's active descendant. */
export function rowId(index: number): string {
  return `customer-row-${index}`
}

/** One line of the table; drawn again only when something of its own changes. */
export const CustomerTableRow = memo(function CustomerTableRow({
  index,
  customer,
  columns,
  rowHeight,
  selected,
  current,
  selectable,
  actions,
}: {
  index: number
  customer: CustomerRow | null
  columns: readonly ListColumn[]
  rowHeight: number
  selected: boolean
  current: boolean
  selectable: boolean
  actions: RowActions
}) {
  const { t } = useTranslation('customers')
  const row = { index, customer }
  const classes = [styles.row, selected && styles.selected, current && styles.current]
  return (
    <div
      id={rowId(index)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      aria-current={current}
      className={classes.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${index * rowHeight}px)` }}
      onClick={() => actions.onPick(row)}
      onDoubleClick={() => actions.onOpen(row)}
    >
      <span
        role="gridcell"
        className={styles.box}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {selectable && (
          <Checkbox
            checked={selected}
            disabled={customer === null}
            tabIndex={-1}
            aria-label={t('list.selectOne', { name: customer?.name })}
            onChange={({ nativeEvent }) => actions.onToggle(row, nativeEvent.shiftKey)}
          />
        )}
      </span>
      {columns.map(({ key, render }) => (
        <span key={key} role="gridcell" className={key === 'name' ? styles.name : styles.cell}>
          {customer
            ? render(customer, selected)
            : key === 'name' && <span className={styles.bone} />}
        </span>
      ))}
    </div>
  )
})
