import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { AdviceCard } from './advice-card'
import styles from './backup-page.module.css'
import { DrillCard } from './drill-card'
import { KeepCard } from './keep-card'
import { ScheduleCard } from './schedule-card'
import { SecondPlaceCard } from './second-place-card'

/** Beside the backups: the rehearsal, when they are made, how long they stay, and the other place; before the first one, what they are for. */
export function SideCards({
  backups,
  busy,
}: {
  backups: readonly BackupRecord[]
  /** A backup is being written. */
  busy: boolean
}) {
  const hasBackups = backups.length > 0
  return (
    <div className={styles.side}>
      {hasBackups ? <DrillCard busy={busy} /> : <AdviceCard />}
      <ScheduleCard />
      <KeepCard />
      {hasBackups && <SecondPlaceCard backups={backups} />}
    </div>
  )
}
