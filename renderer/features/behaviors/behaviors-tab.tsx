import { useInfiniteQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '@shared/contract'
import type { AppError } from '@shared/core/errors'
import type { BehaviorEntry } from '@shared/features/behaviors/behaviors.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { IconButton } from '@renderer/components/icon-button'
import { LoadMore } from '@renderer/components/load-more'
import { PrivateText } from '@renderer/components/private-text'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { routeKey } from '@renderer/lib/route-keys'
import { BehaviorForm } from './behavior-form'
import styles from './behaviors.module.css'

type Page = RouteOutput<'behaviors.list'>
type Before = { at: number; id: number } | null
const pageSize = 100

function useBehaviors(customerId: number) {
  return useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], Before>({
    queryKey: routeKey('behaviors.list', { customerId, limit: pageSize }),
    queryFn: ({ pageParam }) =>
      request('behaviors.list', { customerId, before: pageParam, limit: pageSize }),
    initialPageParam: null,
    getNextPageParam: ({ entries, hasMore }) => {
      const last = entries.at(-1)
      return hasMore && last ? { at: last.at, id: last.id } : undefined
    },
  })
}

/** What one customer did, newest first, with one line to add more (R037). */
export function BehaviorsTab({ customerId, canWrite }: { customerId: number; canWrite: boolean }) {
  const { t } = useTranslation('behaviors')
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const list = useBehaviors(customerId)
  const { data, error, refetch } = list
  const entries = data?.pages.flatMap((page) => page.entries) ?? []

  async function remove({ id }: BehaviorEntry): Promise<void> {
    try {
      await request('behaviors.delete', { id })
      undoToast(t('toast.deleted'))
    } catch (problem) {
      errorToast(problem)
    }
  }
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <div className={styles.tab}>
      {canWrite && <BehaviorForm customerId={customerId} />}
      {entries.length === 0 ? (
        <EmptyState text={t('empty')} />
      ) : (
        <ol className={styles.list} aria-label={t('list')}>
          {entries.map((entry) => (
            <li key={entry.id} className={styles.row}>
              <Row entry={entry} />
              {canWrite && (
                <span className={styles.remove}>
                  <IconButton icon={X} label={t('delete')} onClick={() => void remove(entry)} />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      <LoadMore list={list} label={t('more')} />
    </div>
  )
}

function Row({ entry: { kind, at, subject, channel, note, userName } }: { entry: BehaviorEntry }) {
  const { t } = useTranslation('behaviors')
  const format = useFormat()
  return (
    <>
      <span className={styles.kind}>{t(`common:behaviorKind.${kind}`)}</span>
      <span className={styles.what}>
        {subject && <PrivateText text={subject} />}
        {note && (
          <span data-private className={styles.remark}>
            {note}
          </span>
        )}
      </span>
      <span className={styles.where}>{[channel, userName].filter(Boolean).join(' · ')}</span>
      <span className={styles.when} title={format.full(at)}>
        {format.day(at)}
      </span>
    </>
  )
}
