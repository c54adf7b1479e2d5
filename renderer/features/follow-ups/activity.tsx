import type { Relation } from '@shared/core/permissions'
import { useRights } from '@renderer/lib/use-rights'
import styles from './activity.module.css'
import { Composer } from './composer'
import { Timeline } from './timeline'
import { useTimeline } from './use-timeline'

/** The timeline of one customer and over it, for those who may write, the composer. */
export function Activity({
  customerId,
  relation,
  locked,
}: {
  customerId: number
  /** Whose the customer is: it decides who may write. */
  relation: Relation
  /** In the recycle bin, where nothing is written. */
  locked: boolean
}) {
  const timeline = useTimeline(customerId)
  const canWrite = useRights().may('follow-ups.write', relation) && !locked
  return (
    <div className={styles.activity}>
      {canWrite && (
        <Composer customerId={customerId} latestType={timeline.entries?.[0]?.type ?? null} />
      )}
      <Timeline key={customerId} timeline={timeline} canWrite={canWrite} />
    </div>
  )
}
