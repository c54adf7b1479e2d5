import type { BackupDrill } from './backup-drill.schema'

const dayMs = 86_400_000
/** How long a rehearsal may be due before the window says so, in ms: somebody may be away, or the drive in a safe. */
export const drillGraceMs = 14 * dayMs
/** Nobody has touched the window for so long, in ms, before a rehearsal begins by itself. */
export const drillIdleMs = 3 * 60_000

/**
 * When the next rehearsal is due (R094): a month after the last one, a day after one that failed, and a day after the first backup.
 * @param firstBackupAt when the oldest known backup was proven; null: there is none to rehearse
 * @returns null while there is nothing to rehearse
 */
export function findDrillDue(
  last: Pick<BackupDrill, 'at' | 'failure'> | null,
  firstBackupAt: number | null,
): number | null {
  if (firstBackupAt === null) return null
  if (!last) return firstBackupAt + dayMs
  return last.failure === null ? monthAfter(last.at) : last.at + dayMs
}

/** The same moment of the next month, or its last day where that month is shorter. */
function monthAfter(instant: number): number {
  const next = new Date(instant)
  const day = next.getDate()
  next.setMonth(next.getMonth() + 1)
  if (next.getDate() !== day) next.setDate(0)
  return next.getTime()
}

/** `none`: there was no rehearsal yet and none is due. `failed` and `overdue` are warnings. */
export type DrillState = 'none' | 'passed' | 'due' | 'overdue' | 'failed'

/** Where the rehearsals stand. @param dueAt as `findDrillDue` */
export function drillState(
  last: Pick<BackupDrill, 'failure'> | null,
  dueAt: number | null,
  now: number,
): DrillState {
  if (last && last.failure !== null) return 'failed'
  if (dueAt !== null && now >= dueAt + drillGraceMs) return 'overdue'
  if (dueAt !== null && now >= dueAt) return 'due'
  return last ? 'passed' : 'none'
}
