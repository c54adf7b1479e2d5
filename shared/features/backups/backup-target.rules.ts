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
