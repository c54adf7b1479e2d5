import { startOfDay } from '@shared/core/dates'
import type { BackupDrive, BackupRecord, BackupTarget } from './backups.contract'
import type { BackupSchedule } from './backup-schedule.schema'
import { findTargetObstacle } from './backup-target.rules'

/** A drive that stays plugged in while the book is locked and unlocked gets no backup for each of them, in ms. */
export const driveGapMs = 4 * 3_600_000
/** How long nothing is tried by itself after it failed, in ms. */
export const retryMs = 3_600_000

export type BackupOccasion = {
  now: number
  schedule: BackupSchedule
  /** The newest proven backup, wherever it lies. */
  last: Pick<BackupRecord, 'startedAt'> | null
  /** Its folder, when it is there. */
  lastPlace: BackupTarget | null
  /** Drives that are there; only those with a backup of this book are ever written to. */
  drives: readonly BackupDrive[]
  /** Paths of the tops of drives that came since the last look. */
  appeared: ReadonlySet<string>
  /** When the last one that was made by itself failed or was cancelled; null when it went well. */
  failedAt: number | null
}

/**
 * Where a backup is to be made by itself now, or null (R094): to a known drive that came, else once a day to a known drive or the
 * last place. Without a first backup by hand there is no place to write to.
 */
export function findDueBackup(occasion: BackupOccasion, topOf: (drive: BackupDrive) => string) {
  const { now, schedule, last, lastPlace, appeared, failedAt } = occasion
  const known = knownDrives(occasion.drives)
  const came = known.find(
    (drive) => appeared.has(topOf(drive)) && now - (drive.lastBackupAt ?? 0) >= driveGapMs,
  )
  // Somebody who plugs a drive in does not wait for the end of a pause.
  if (schedule.onDrive && came) return came
  if (!schedule.daily || !last || isPausing(failedAt, now)) return null
  if (last.startedAt >= startOfDay(now)) return null
  return known[0] ?? usable(lastPlace)
}

/**
 * Where a backup goes before somebody locks the book or quits, or null: nothing changed since the last one, or no place is there. Nobody
 * waits for a drive that is away (R094).
 */
export function findLeavingBackup(
  { schedule, last, lastPlace, drives }: BackupOccasion,
  changed: boolean,
): BackupTarget | null {
  if (!schedule.onLock || !changed || !last) return null
  return knownDrives(drives)[0] ?? usable(lastPlace)
}

function knownDrives(drives: readonly BackupDrive[]): BackupDrive[] {
  return drives.filter((drive) => drive.lastBackupAt !== null && findTargetObstacle(drive) === null)
}

function usable(place: BackupTarget | null): BackupTarget | null {
  return place && findTargetObstacle(place) === null ? place : null
}

/** A clock that was set back must not hold backups up for ever. */
function isPausing(failedAt: number | null, now: number): boolean {
  return failedAt !== null && failedAt <= now && now - failedAt < retryMs
}
