import type { BackupRecord } from '@shared/features/backups/backups.contract'
import styles from './backup-page.module.css'
import { DriveCard } from './drive-card'
import { RunningCard, StateCard } from './state-card'
import { TargetCard } from './target-card'
import type { useCreateBackup } from './use-create-backup'
import { useDrives } from './use-drives'

/** Where the book stands, the plugged-in drives, and the place where no drive is or another was chosen. */
export function BackupCards({
  backup,
  last,
}: {
  backup: ReturnType<typeof useCreateBackup>
  last: BackupRecord | null
}) {
  const { drives, ejecting, eject, backUp } = useDrives(backup.startAt)
  const { target, running } = backup
  // A drive says itself that it is the place.
  const isOnDrive = drives.some((drive) => drive.path === target?.path)
  const elsewhere = drives.length === 0 || (target !== null && !isOnDrive)
  const choose = () => void backup.choose()
  return (
    <div className={styles.cards}>
      {running ? (
        <RunningCard progress={backup.progress} onCancel={() => void backup.cancel()} />
      ) : (
        <StateCard last={last} />
      )}
      {drives.map((drive) => (
        <DriveCard
          key={drive.label + drive.path}
          drive={drive}
          busy={running}
          ejecting={ejecting === drive.drive}
          onBackUp={() => void backUp(drive)}
          onEject={() => void eject(drive)}
          onChoose={choose}
        />
      ))}
      {elsewhere && <TargetCard target={target} last={last} busy={running} onChoose={choose} />}
    </div>
  )
}
