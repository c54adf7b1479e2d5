import type { BackupTarget } from './backups.contract'

/** What keeps a backup from being written there at all. */
export type TargetObstacle = 'missing' | 'not-writable' | 'too-small'
/** What speaks against a place without forbidding it. */
export type TargetWarning = 'same-disk' | 'network' | 'sync'

/** Why nothing can be written to this place, or null. */
export function findTargetObstacle(target: BackupTarget): TargetObstacle | null {
  if (target.verdict === 'missing' || target.verdict === 'not-writable') return target.verdict
  if (target.freeBytes !== null && target.freeBytes < target.neededBytes) return 'too-small'
  return null
}

/** What a person should know before a backup goes there (R094): the same disk dies together, a sync service copies it away. */
export function listTargetWarnings(target: BackupTarget): TargetWarning[] {
  const warnings: TargetWarning[] = []
  if (target.verdict === 'network' || target.verdict === 'sync') warnings.push(target.verdict)
  if (target.sameDisk) warnings.push('same-disk')
  return warnings
}

/**
 * What a person calls the place of a folder, from its path alone, so that a drive has its name while it is away: the volume where
 * systems mount what is plugged in, the letter on Windows, else the folder itself.
 */
export function placeName(folder: string): string {
  const last = folder.split(/[\\/]/).findLast((part) => part !== '')
  return volumeOf(folder) ?? last ?? folder
}

function volumeOf(folder: string): string | null {
  const mounted = /^\/(?:run\/media\/[^/]+|media\/[^/]+|Volumes)\/([^/]+)/.exec(folder)?.[1]
  return mounted ?? /^([A-Za-z]:)[\\/]/.exec(folder)?.[1] ?? null
}

type Placed = { folder: string; provenAt: number }
/** A place that holds backups: its name, and when the newest one there was proven. */
export type KnownPlace = { name: string; folder: string; lastAt: number }

/** The places that backups went to, the newest first; folders of one drive count as one (R094). */
export function listKnownPlaces(backups: readonly Placed[]): KnownPlace[] {
  const places = new Map<string, KnownPlace>()
  for (const { folder, provenAt } of backups) {
    const key = volumeOf(folder) ?? folder
    const known = places.get(key)
    if (!known || known.lastAt < provenAt)
      places.set(key, { name: placeName(folder), folder, lastAt: provenAt })
  }
  return [...places.values()].sort((a, b) => b.lastAt - a.lastAt)
}
