import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { LoadMore } from '@renderer/components/load-more'
import { PrivateText } from '@renderer/components/private-text'
import { TierMark } from '@renderer/components/tier-mark'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'
import { useNow } from '@renderer/lib/use-now'
import { useRights } from '@renderer/lib/use-rights'
import { ClockText } from './clock-text'
import styles from './deadlines.module.css'
import { useSettle } from './use-settle'

type Page = RouteOutput<'deadlines.list'>
type After = { dueAt: number; id: number } | null

/** Clocks that run, what is due first at the top; each can be stopped where it stands. */
export function DeadlineList({
  ownerId,
  onOpen,
}: {
  ownerId: number | null
  onOpen: (customerId: number) => void
}) {
  const { t } = useTranslation('deadlines')
  const { allowed } = useRights()
  const now = useNow()
  const settle = useSettle()
  const input = { ownerId, limit: 100 }
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], After>({
    queryKey: routeKey('deadlines.list', input),
    queryFn: ({ pageParam }) => request('deadlines.list', { ...input, after: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ deadlines, hasMore }) => {
      const last = deadlines.at(-1)
      return hasMore && last ? { dueAt: last.dueAt, id: last.id } : undefined
    },
  })
  const { data, error, refetch } = query
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const deadlines = data.pages.flatMap((page) => page.deadlines)
  if (deadlines.length === 0) return <EmptyState text={t('empty')} />
  return (
    <>
      <ol className={styles.list} aria-label={t('list')}>
        {deadlines.map(({ id, customerId, customerName, tier, ownerName, cause, dueAt }) => (
          <li key={id} className={styles.row}>
            <div className={styles.who}>
              <button type="button" className={styles.name} onClick={() => onOpen(customerId)}>
                <PrivateText text={customerName} />
              </button>
              <span className={styles.under}>
                {t(`common:deadlineCause.${cause}`)}
                {' · '}
                {ownerName}
              </span>
            </div>
            <span className={styles.tier}>
              <TierMark tier={tier} />
            </span>
            <ClockText dueAt={dueAt} now={now} />
            {allowed('customers.write') && (
              <Button size="small" onClick={() => void settle([customerId])}>
                {t('settle')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <LoadMore list={query} label={t('more')} />
    </>
  )
}
