import type { QueueEntry } from '@shared/features/quality/quality.contract'
import type { QualityFinding } from '@shared/features/quality/quality.enums'
import { ErrorState } from '@renderer/components/error-state'
import { useRouteQuery } from '@renderer/lib/client'
import { Checklist } from './checklist'
import { Overview } from './overview'
import { QueueList } from './queue-list'
import type { RowActions } from './queue-row'
import styles from './quality-tab.module.css'

/** 资料 3C: how the profiles stand, today's customers to set right, and the checklist (R064, R066). */
export function QualityTab({
  contact,
  actions,
  onShow,
  onDuplicates,
}: {
  contact: (entry: QueueEntry, field: 'phone' | 'email') => React.ReactNode
  actions: Omit<RowActions, 'call'>
  /** Opens the list of the customers of a finding. */
  onShow: (finding: QualityFinding) => void
  onDuplicates?: () => void
}) {
  const {
    data: counts,
    error,
    refetch,
  } = useRouteQuery('quality.counts', {}, { keepPrevious: true })
  if (error && !counts) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!counts) return null
  return (
    <div className={styles.tab}>
      <Overview counts={counts} onShow={onShow} />
      <div className={styles.body}>
        <QueueList {...{ contact, actions }} none={counts.total === 0} />
        <Checklist counts={counts} onShow={onShow} onDuplicates={onDuplicates} />
      </div>
    </div>
  )
}
