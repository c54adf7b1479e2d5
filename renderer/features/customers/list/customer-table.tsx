import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRowHeight } from '@renderer/lib/use-density'
import { useCustomFields, useCustomWords } from '@renderer/lib/custom-fields'
import { useNarrow } from '@renderer/lib/use-narrow'
import { customColumns, gridTemplate, listColumns } from './columns'
import { CustomerTableRow, type RowActions, rowId } from './customer-row'
import styles from './customer-table.module.css'
import { useListStore } from './list-store'
import { TableHead } from './table-head'
import { useViewport } from './use-viewport'
import type { ListRows } from './windows'

/** Kept free under the last row while the bulk bar floats there, in CSS pixels. */
const barHeight = 72

/**
 * The virtual table over the whole list: rows of one height, drawn where the view stands. Its work does not grow with
 * the list, and screen readers hear the true number of rows.
 */
export function CustomerTable({
  rows,
  stale,
  hiddenColumns,
  customFieldIds,
  selectable,
  onRange,
  onToggleAll,
  actions,
}: {
  rows: ListRows
  stale: boolean
  /** Columns that one's role has no use for. */
  hiddenColumns: readonly string[]
  /** Custom fields that stand there as columns. */
  customFieldIds: readonly number[]
  /** False where nothing can be done with chosen rows. */
  selectable: boolean
  onRange: (first: number, last: number) => void
  onToggleAll: () => void
  actions: RowActions
}) {
  const { t, i18n } = useTranslation('customers')
  const language = i18n.resolvedLanguage === 'en' ? 'en' : 'zh-CN'
  const narrow = useNarrow()
  const rowHeight = useRowHeight()
  const selected = useListStore((state) => state.selected)
  const cursor = useListStore((state) => state.cursor)
  const { scroller, onScroll, range, width } = useViewport(rows.total, rowHeight, onRange)
  const fields = useCustomFields()
  const words = useCustomWords()
  const custom = useMemo(
    () =>
      customColumns(
        fields.filter(({ id }) => customFieldIds.includes(id)),
        words,
      ),
    [fields, customFieldIds, words],
  )
  const columns = useMemo(
    () => listColumns(width, narrow, language, hiddenColumns, custom),
    [width, narrow, language, hiddenColumns, custom],
  )
  const shown = Array.from({ length: range.last - range.first + 1 }, (_, step) =>
    rows.at(range.first + step),
  )
  const cssVariables = {
    '--kb-row-height': `${rowHeight}px`,
    '--kb-columns': gridTemplate(columns, language),
  }
  return (
    <section
      className={stale ? `${styles.table} ${styles.stale}` : styles.table}
      style={cssVariables as React.CSSProperties}
      role="grid"
      aria-label={t('list.label')}
      aria-rowcount={rows.total}
      aria-multiselectable={selectable}
      aria-activedescendant={cursor >= 0 ? rowId(cursor) : undefined}
      tabIndex={0}
      data-region
    >
      <TableHead
        columns={columns}
        total={rows.total}
        onToggleAll={selectable ? onToggleAll : null}
      />
      <div ref={scroller} className={styles.scroller} role="rowgroup" onScroll={onScroll}>
        <div
          role="presentation"
          style={{ height: rows.total * rowHeight + (selected.size > 0 ? barHeight : 0) }}
        >
          {width > 0 &&
            shown.map(({ index, customer }) => (
              <CustomerTableRow
                key={index}
                index={index}
                customer={customer}
                columns={columns}
                rowHeight={rowHeight}
                selected={customer !== null && selected.has(customer.id)}
                current={index === cursor}
                selectable={selectable}
                actions={actions}
              />
            ))}
        </div>
      </div>
    </section>
  )
}
