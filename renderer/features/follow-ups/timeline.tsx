import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import { EmptyState } from '@renderer/components/empty-state'
import { ErrorState } from '@renderer/components/error-state'
import { LoadMore } from '@renderer/components/load-more'
import { useErrorToast, useUndoToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useFormat } from '@renderer/lib/format'
import { EditEntry } from './edit-entry'
import type { EntryCustomer } from './entry-customer'
import { TimelineEntry } from './timeline-entry'
import { TimelineFact } from './timeline-fact'
import { groupByMonth } from './timeline-groups'
import styles from './timeline.module.css'
import type { useTimeline } from './use-timeline'

/**
 * What happened, newest first, under its months. More is read when the end comes near; entries off the screen are not
 * laid out (`content-visibility`), so thousands stay light.
 */
export function Timeline({
  customer,
  timeline,
  canWrite,
  onOpenFile,
}: {
  customer: EntryCustomer
  timeline: ReturnType<typeof useTimeline>
  canWrite: boolean
  onOpenFile: (fileId: number) => void
}) {
  const { t } = useTranslation('follow-ups')
  const format = useFormat()
  const undoToast = useUndoToast()
  const errorToast = useErrorToast()
  const [editing, setEditing] = useState<FollowUpEntry | null>(null)
  const { items, error, refetch } = timeline

  const remove = useCallback(
    async (entry: FollowUpEntry) => {
      try {
        await request('follow-ups.delete', { id: entry.id })
        undoToast(t('toast.deleted'))
      } catch (problem) {
        errorToast(problem)
      }
    },
    [t, undoToast, errorToast],
  )

  const actions = useMemo(() => ({ edit: setEditing, remove }), [remove])

  if (error && !items) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!items) return null
  if (items.length === 0)
    return <EmptyState flush text={t(canWrite ? 'timeline.empty' : 'timeline.none')} />
  return (
    <>
      <ol className={styles.timeline} aria-label={t('timeline.label')}>
        {groupByMonth(items).map((group) => (
          <li key={group.month}>
            <h3 className={styles.month}>{format.month(group.first)}</h3>
            <ol className={styles.entries}>
              {group.items.map((item) => (
                <li key={`${item.kind}${item.id}`} className={styles.entry}>
                  {item.kind !== 'follow-up' ? (
                    <TimelineFact item={item} />
                  ) : editing?.id === item.id ? (
                    <EditEntry
                      customer={customer}
                      entry={item.entry}
                      onClose={() => setEditing(null)}
                    />
                  ) : (
                    <TimelineEntry
                      entry={item.entry}
                      actions={canWrite ? actions : null}
                      onOpenFile={onOpenFile}
                    />
                  )}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <LoadMore list={timeline} label={t('timeline.more')} />
    </>
  )
}
