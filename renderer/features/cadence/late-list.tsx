import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LateCustomer } from '@shared/features/cadence/cadence.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { LoadMore } from '@renderer/components/load-more'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import styles from './late.module.css'
import { LateRow } from './late-row'
import { PlanDialog } from './plan-dialog'
import { type LateFilter, useLate } from './use-late'

/** 该回访未安排: chosen ones get visits planned. J and K move, X chooses, Enter opens. */
export function LateList({
  filter,
  onOpen,
  onLog,
}: {
  filter: LateFilter
  onOpen: (customer: LateCustomer) => void
  onLog: (customer: LateCustomer) => void
}) {
  const { t } = useTranslation('cadence')
  const { allowed } = useRights()
  const list = useLate(filter)
  const { customers, error, refetch } = list
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [cursor, setCursor] = useState(-1)
  const [isPlanning, setPlanning] = useState(false)
  const rows = customers ?? []
  const at = rows[cursor]
  const canPlan = allowed('follow-ups.write')
  // Those that were planned meanwhile are gone from the list.
  const ids = rows.map(({ id }) => id).filter((id) => chosen.has(id))

  const toggle = ({ id }: LateCustomer) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const move = (by: number) => setCursor(Math.max(0, Math.min(rows.length - 1, cursor + by)))
  useShortcut(['j', 'arrowdown'], () => move(1), { enabled: rows.length > 0 })
  useShortcut(['k', 'arrowup'], () => move(-1), { enabled: rows.length > 0 })
  useShortcut('enter', () => at && onOpen(at), { enabled: at !== undefined })
  useShortcut('x', () => at && toggle(at), { enabled: at !== undefined && canPlan })
  useShortcut('escape', () => setChosen(new Set()), { enabled: ids.length > 0 && !isPlanning })

  if (error && !customers) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!customers) return null
  if (rows.length === 0) return <EmptyState text={t('empty')} />
  const isAll = ids.length === rows.length
  return (
    <>
      {canPlan && (
        <div className={styles.bar}>
          <Checkbox
            checked={isAll}
            indeterminate={ids.length > 0 && !isAll}
            onChange={() => setChosen(isAll ? new Set() : new Set(rows.map(({ id }) => id)))}
          >
            {ids.length > 0 ? t('chosen', { count: ids.length }) : t('chooseAll')}
          </Checkbox>
          <Button
            size="small"
            type="primary"
            disabled={ids.length === 0}
            onClick={() => setPlanning(true)}
          >
            {t('plan.action')}
          </Button>
        </div>
      )}
      <ol className={styles.list} aria-label={t('list')}>
        {rows.map((customer, index) => (
          <li
            key={customer.id}
            aria-current={index === cursor}
            onFocus={() => setCursor(index)}
            className={index === cursor ? `${styles.row} ${styles.current}` : styles.row}
          >
            {canPlan && (
              <Checkbox
                checked={chosen.has(customer.id)}
                aria-label={t('choose', { name: customer.name })}
                onChange={() => toggle(customer)}
              />
            )}
            <LateRow
              customer={customer}
              onOpen={() => onOpen(customer)}
              {...(canPlan ? { onLog: () => onLog(customer) } : {})}
            />
          </li>
        ))}
      </ol>
      <LoadMore list={list} label={t('more')} />
      {isPlanning && (
        <PlanDialog
          ids={ids}
          onClose={() => setPlanning(false)}
          onDone={() => {
            setPlanning(false)
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
}
