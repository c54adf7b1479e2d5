import { Checkbox, Table } from 'antd'
import { useEffect, useRef, type ComponentRef } from 'react'
import { useTranslation } from 'react-i18next'
import { customerSortKeys, type CustomerSort } from '@shared/features/customers/customers.contract'
import { useRowHeight } from '@renderer/lib/use-density'
import { useNarrow } from '@renderer/lib/use-narrow'
import { useColumns } from './columns'
import styles from './customer-table.module.css'
import { changeSort, useListStore } from './list-store'
import { useSize } from './use-size'
import type { ListRow } from './windows'

const headHeight = 40
/** Kept free under the rows while the bulk bar floats there. */
const barHeight = 72

/** The virtual table over the whole list; rows that are not read yet hold their place. */
export function CustomerTable({
  rows,
  stale,
  onRange,
  onOpen,
  onPick,
  onToggle,
  onToggleAll,
}: {
  rows: ListRow[]
  stale: boolean
  onRange: (first: number, last: number) => void
  onOpen: (row: ListRow) => void
  onPick: (row: ListRow) => void
  onToggle: (row: ListRow, extend: boolean) => void
  onToggleAll: () => void
}) {
  const { t } = useTranslation('customers')
  const frame = useRef<HTMLElement>(null)
  const size = useSize(frame)
  const table = useRef<ComponentRef<typeof Table>>(null)
  const { sort, selected, cursor } = useListStore()
  const rowHeight = useRowHeight()
  const columns = useColumns(size.width, useNarrow(), sort, selected)
  const ready = size.width > 0 && rows.length > 0

  const reportRange = () => {
    const shown = frame.current?.querySelectorAll('.ant-table-tbody-virtual [aria-rowindex]')
    if (shown?.length) onRange(indexOf(shown[0]), indexOf(shown[shown.length - 1]))
  }

  useEffect(() => {
    if (!ready) return
    const { cursor: at, scrollTop } = useListStore.getState()
    if (scrollTop > 0) table.current?.scrollTo({ top: scrollTop })
    else if (at >= 0) table.current?.scrollTo({ index: at })
  }, [ready, sort])

  useEffect(() => {
    if (ready && cursor >= 0) table.current?.scrollTo({ index: cursor, align: 'nearest' })
  }, [ready, cursor])

  return (
    <section
      ref={frame}
      className={stale ? `${styles.region} ${styles.stale}` : styles.region}
      style={{ '--kb-row-height': `${rowHeight}px` } as React.CSSProperties}
      aria-label={t('list.label')}
      tabIndex={0}
      data-region
    >
      {ready && (
        <Table<ListRow>
          ref={table}
          virtual
          size="small"
          pagination={false}
          showSorterTooltip={false}
          dataSource={rows}
          columns={columns}
          rowKey={keyOf}
          scroll={{
            x: size.width,
            y: size.height - headHeight - (selected.size > 0 ? barHeight : 0),
          }}
          onScroll={(event) => {
            const top = event.currentTarget.scrollTop
            if (Number.isFinite(top)) useListStore.setState({ scrollTop: top })
            requestAnimationFrame(reportRange)
          }}
          onChange={(_, __, sorter) => {
            const next = Array.isArray(sorter) ? sorter[0] : sorter
            const by = customerSortKeys.find((key) => key === next?.columnKey)
            if (by) changeSort(sortOf(by, next?.order))
          }}
          onRow={(row) => ({
            role: 'row',
            'aria-rowindex': row.index + 1,
            'aria-selected': row.customer !== null && selected.has(row.customer.id),
            'aria-current': row.index === cursor,
            className: row.index === cursor ? styles.cursor : undefined,
            onClick: () => onPick(row),
            onDoubleClick: (event) => {
              if (!isCheckbox(event.target)) onOpen(row)
            },
          })}
          rowSelection={{
            selectedRowKeys: [...selected],
            columnWidth: 52,
            columnTitle: (
              <Checkbox
                checked={selected.size > 0 && selected.size >= rows.length}
                indeterminate={selected.size > 0 && selected.size < rows.length}
                aria-label={t('list.selectAll')}
                onChange={onToggleAll}
              />
            ),
            renderCell: (checked, row) => (
              <Checkbox
                checked={checked}
                disabled={row.customer === null}
                aria-label={t('list.selectOne', { name: row.customer?.name })}
                onClick={(event) => {
                  event.stopPropagation()
                  onToggle(row, event.shiftKey)
                }}
              />
            ),
          }}
        />
      )}
    </section>
  )
}

/** Loaded rows by customer, so that scrolling keeps their elements; others by place. */
function keyOf(row: ListRow): React.Key {
  return row.customer?.id ?? `place-${row.index}`
}

function isCheckbox(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.ant-checkbox') !== null
}

function indexOf(element: Element | undefined): number {
  return Number(element?.getAttribute('aria-rowindex') ?? 1) - 1
}

function sortOf(by: CustomerSort['by'], order: string | null | undefined): CustomerSort {
  return { by, direction: order === 'descend' ? 'desc' : 'asc' }
}
