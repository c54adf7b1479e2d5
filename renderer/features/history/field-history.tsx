import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerChanges } from '@shared/features/history/history.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { useFormat } from '@renderer/lib/format'
import styles from './history.module.css'
import { Obstacles } from './obstacles'
import { RowChange } from './row-change'
import { useCommandWords } from './use-command-words'
import { useFieldHistory } from './use-history-pages'
import { useReversal } from './use-reversal'
import { whenWords } from './when-words'

/** Who changed which field of a customer from what to what, and when, by command, newest first. */
export function FieldHistory({
  customerId,
  onOpenCustomer,
}: {
  customerId: number
  onOpenCustomer: (id: number) => void
}) {
  const { t } = useTranslation('history')
  const { groups, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useFieldHistory(customerId)
  const [explained, setExplained] = useState<number | null>(null)
  const { busy, reverse } = useReversal(setExplained)
  if (error && !groups) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!groups) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  if (groups.length === 0) return <EmptyState text={t('fieldsEmpty')} />
  return (
    <div className={styles.page}>
      <ol className={styles.groups} aria-label={t('fields')}>
        {groups.map((group) => (
          <li key={group.commandId} className={styles.group}>
            <GroupHead
              group={group}
              busy={busy === group.commandId}
              onReverse={(way) => void reverse(way, group.commandId)}
            />
            {explained === group.commandId && (
              <Obstacles commandId={group.commandId} onOpenCustomer={onOpenCustomer} />
            )}
            <ul className={styles.rows}>
              {group.changes.map((change) => (
                <RowChange key={`${change.table} ${change.id}`} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button
          className={styles.more ?? ''}
          loading={isFetchingNextPage && { delay: 200 }}
          onClick={() => void fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}

/** What it was in words, who and when; and the way back, with how many other customers it would touch. */
function GroupHead({
  group: { route, kind, at, userName, offer, customerCount },
  busy,
  onReverse,
}: {
  group: CustomerChanges
  busy: boolean
  onReverse: (way: 'undo' | 'redo') => void
}) {
  const { t } = useTranslation(['history', 'common'])
  const format = useFormat()
  const { nameOf } = useCommandWords()
  const name = nameOf(route)
  const what = kind === 'do' ? name : t(kind === 'undo' ? 'undone' : 'redone', { what: name })
  return (
    <div className={styles.head}>
      <span className={offer === 'redo' ? `${styles.what} ${styles.gone}` : styles.what}>
        {what}
      </span>
      <span className={styles.meta} title={format.full(at)}>
        {userName} · {whenWords(format, at)}
        {offer === 'redo' && ` · ${t('isUndone')}`}
      </span>
      {offer && (
        <Button
          size="small"
          className={styles.act ?? ''}
          loading={busy && { delay: 200 }}
          aria-label={t(offer === 'redo' ? 'redoThis' : 'undoThis', { what })}
          onClick={() => onReverse(offer)}
        >
          {t(offer === 'redo' ? 'common:redo' : 'common:undo')}
          {customerCount > 1 && ` ${t('forAll', { count: customerCount })}`}
        </Button>
      )}
    </div>
  )
}
