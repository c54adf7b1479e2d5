import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseEntry } from '@shared/features/service-cases/service-cases.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { LoadMore } from '@renderer/components/load-more'
import { useNow } from '@renderer/lib/use-now'
import { useRights } from '@renderer/lib/use-rights'
import { useShortcut } from '@renderer/lib/use-shortcut'
import { CaseDetails } from './case-details'
import { CaseRow } from './case-row'
import styles from './cases.module.css'
import { type CaseFilterInput, useCases } from './use-cases'

/** Cases of a filter; the opened one shows all of it under its row. J and K move, Enter opens and closes. */
export function CaseList({
  filter,
  empty,
  locked = false,
  onOpenCustomer,
}: {
  filter: CaseFilterInput
  empty: { text: string; action?: string; onAction: () => void }
  /** Nothing may be changed, such as for a customer in the recycle bin. */
  locked?: boolean
  /** Rows name the customer and lead to them; left out on the page of one. */
  onOpenCustomer?: (id: number) => void
}) {
  const { t } = useTranslation('service-cases')
  const { may } = useRights()
  const now = useNow()
  const list = useCases(filter)
  const { cases, error, refetch } = list
  const [openId, setOpen] = useState<number | null>(null)
  const at = cases?.findIndex(({ id }) => id === openId) ?? -1
  const move = (by: number) => {
    const next = cases?.[Math.max(0, Math.min(cases.length - 1, at + by))]
    if (next) setOpen(next.id)
  }
  const some = (cases?.length ?? 0) > 0
  useShortcut(['j', 'arrowdown'], () => move(1), { enabled: some })
  useShortcut(['k', 'arrowup'], () => move(-1), { enabled: some })
  useShortcut('escape', () => setOpen(null), { enabled: openId !== null })

  if (error && !cases) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!cases) return null
  if (cases.length === 0)
    return (
      <EmptyState
        text={empty.text}
        {...(empty.action
          ? { actions: <Button onClick={empty.onAction}>{empty.action}</Button> }
          : {})}
      />
    )
  const canWrite = (entry: CaseEntry) => !locked && may('service-cases.write', entry.relation)
  return (
    <div className={styles.scroll} data-region tabIndex={-1}>
      <ol className={styles.list} aria-label={t('list')}>
        {cases.map((entry) => (
          <li key={entry.id}>
            <CaseRow
              {...{ entry, now, opened: entry.id === openId }}
              withCustomer={onOpenCustomer !== undefined}
              onOpen={() => setOpen(entry.id === openId ? null : entry.id)}
            />
            {entry.id === openId && (
              <CaseDetails
                entry={entry}
                canWrite={canWrite(entry)}
                {...(onOpenCustomer
                  ? { onOpenCustomer: () => onOpenCustomer(entry.customerId) }
                  : {})}
              />
            )}
          </li>
        ))}
      </ol>
      <LoadMore list={list} label={t('more')} />
    </div>
  )
}
