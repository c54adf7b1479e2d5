import styles from './activity.module.css'
import { Composer } from './composer'
import { Timeline } from './timeline'
import { useTimeline } from './use-timeline'

/** The composer and, under it, the timeline of one customer. */
export function Activity({ customerId }: { customerId: number }) {
  const timeline = useTimeline(customerId)
  return (
    <div className={styles.activity}>
      <Composer customerId={customerId} latestType={timeline.entries?.[0]?.type ?? null} />
      <Timeline key={customerId} timeline={timeline} />
    </div>
  )
}
