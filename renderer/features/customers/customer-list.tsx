import { Button, type InputRef } from 'antd'
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ErrorState } from '@renderer/components/error-state'
import { PageHeader } from '@renderer/components/page-header'
import { useRouteQuery } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { useIntentStore } from '@renderer/lib/intent-store'
import { useLayoutStore } from '@renderer/lib/layout-store'
import { ExportProgress } from './export/export-progress'
import { useCustomerExport } from './export/use-customer-export'
import { EraseDialog } from './erase/erase-dialog'
import { CustomerDrawer } from './form/customer-drawer'
import { useOpenForm } from './form/use-open-form'
import { BulkBar } from './list/bulk-bar'
import type { RowActions } from './list/customer-row'
import { CustomerTable } from './list/customer-table'
import { CustomFilterRow } from './list/custom-filter'
import { FilterRow } from './list/filter-row'
import { ListEmpty } from './list/list-empty'
import { clearSelected, isNarrowed, useListStore } from './list/list-store'
import { PreviewPanel } from './list/preview-panel'
import { useCustomColumns } from './list/use-custom-columns'
import { useCustomerWindows } from './list/use-customer-windows'
import { useFittingFilter } from './list/use-fitting-filter'
import { useListKeys } from './list/use-list-keys'
import { useListRights } from './list/use-list-rights'
import { useSelection } from './list/use-selection'
import { ViewTabs } from './list/view-tabs'
import { OwnerDialog } from './owner/owner-dialog'
import type { ListRow } from './list/windows'
import styles from './customer-list.module.css'
import { StageDialog } from './stage/stage-dialog'
import type { CustomerTarget } from './target'

/** What the list shows of other features; composed by the page. */
export type CustomerListSlots = {
  recent: (customerId: number) => React.ReactNode
  tagDialog: (target: CustomerTarget, onClose: () => void) => React.ReactNode
  /** Other ways to enter a customer, before 新客户. */
  entry: React.ReactNode
  /** A customer read from a card was saved. Answers whether another card follows; else the list opens the customer. */
  onCardSaved: () => boolean
}

/** The customer list: views, filter row, virtual table, preview, bulk bar and the form drawer. */
export function CustomerList({ recent, tagDialog, entry, onCardSaved }: CustomerListSlots) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const navigate = useNavigate()
  const ask = useIntentStore((state) => state.ask)
  const { filter, sort, selected, cursor } = useListStore()
  const { panelOpen, setPanelOpen } = useLayoutStore()
  const { data: counts } = useRouteQuery('customers.counts', {})
  const { chosen: columns } = useCustomColumns()
  const { rows, total, stale, error, retry, showRange } = useCustomerWindows(filter, sort, columns)
  const selection = useSelection(rows)
  const search = useRef<InputRef>(null)
  const [dialog, setDialog] = useState<'tag' | 'stage' | 'owner' | 'erase' | null>(null)
  const rights = useListRights()
  useFittingFilter()
  const form = useOpenForm()
  const exporting = useCustomerExport()
  const current = rows.at(cursor).customer
  const target: CustomerTarget | null =
    selected.size > 0
      ? {
          ids: [...selected],
          name: selected.size === 1 && current && selected.has(current.id) ? current.name : null,
        }
      : current && { ids: [current.id], name: current.name }

  const open = useCallback((id: number) => void navigate(`/customers/${id}`), [navigate])
  const { toggle } = selection
  const rowActions = useMemo<RowActions>(
    () => ({
      onOpen: ({ customer }) => customer && open(customer.id),
      onPick: ({ index }) => {
        useListStore.setState({ cursor: index, anchor: index })
        setPanelOpen(true)
      },
      onToggle: toggle,
    }),
    [open, setPanelOpen, toggle],
  )
  const log = (id: number) => {
    ask({ kind: 'write-follow-up', customerId: id })
    open(id)
  }
  const keyActions = {
    open: ({ customer }: ListRow) => customer && open(customer.id),
    edit: ({ customer }: ListRow) => customer && form.edit(customer.id),
    log: ({ customer }: ListRow) => customer && log(customer.id),
    create: () => form.create(),
    tag: () => setDialog('tag'),
    stage: () => setDialog('stage'),
    owner: () => setDialog('owner'),
    search: () => search.current?.focus({ cursor: 'all' }),
  }
  useListKeys(rows, selection, keyActions, rights)

  const { pool, archived, bin } = filter
  const all = counts?.[pool ? 'pool' : bin ? 'bin' : archived ? 'archived' : 'active']
  const count =
    total === null || all === undefined
      ? undefined
      : isNarrowed(filter)
        ? t('countOf', { shown: format.count(total), all: format.count(all) })
        : format.count(total)
  return (
    <>
      <PageHeader
        title={t('title')}
        extra={count}
        actions={
          rights.create && (
            <>
              {entry}
              <Button type="primary" onClick={() => form.create()}>
                <Plus size={16} strokeWidth={1.6} aria-hidden />
                {t('new')}
              </Button>
            </>
          )
        }
      />
      <ViewTabs />
      <div className={styles.body}>
        <div className={styles.list}>
          <FilterRow
            searchRef={search}
            rights={rights.rows}
            onExport={exporting.busy || !total ? null : () => void exporting.run({ filter, sort })}
          />
          <CustomFilterRow />
          <ExportProgress {...exporting} />
          {error && total === null ? (
            <ErrorState error={error} onRetry={retry} />
          ) : total === 0 ? (
            <ListEmpty rights={rights} onCreate={() => form.create()} />
          ) : (
            <CustomerTable
              rows={rows}
              stale={stale}
              hiddenColumns={rights.hiddenColumns}
              customFieldIds={columns}
              selectable={rights.selectable}
              onRange={showRange}
              onToggleAll={selection.toggleAll}
              actions={rowActions}
            />
          )}
          {rights.selectable && (
            <BulkBar
              rights={rights.rows}
              onTag={() => setDialog('tag')}
              onStage={() => setDialog('stage')}
              onOwner={() => setDialog('owner')}
              onErase={() => setDialog('erase')}
              onExport={(ids) => void exporting.run({ ids })}
            />
          )}
        </div>
        {panelOpen && current && (
          <PreviewPanel
            id={current.id}
            recent={recent}
            onOpen={() => open(current.id)}
            onLog={() => log(current.id)}
            onClose={() => setPanelOpen(false)}
          />
        )}
      </div>
      {dialog === 'tag' && target && tagDialog(target, () => setDialog(null))}
      {dialog === 'stage' && target && (
        <StageDialog
          target={target}
          current={selected.size > 0 ? null : (current?.stage ?? null)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'owner' && target && (
        <OwnerDialog
          target={target}
          current={
            selected.size > 0 || current?.relation === 'pool' ? null : (current?.ownerId ?? null)
          }
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null)
            clearSelected()
          }}
        />
      )}
      {dialog === 'erase' && target && (
        <EraseDialog
          target={target}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null)
            clearSelected()
          }}
        />
      )}
      {form.opened && (
        <CustomerDrawer
          {...form.opened}
          onClose={form.close}
          onCreated={(id) => {
            if (form.opened?.draft !== 'card' || !onCardSaved()) open(id)
          }}
        />
      )}
    </>
  )
}
