import { startOfDay } from '@shared/core/dates'
import type { BackupKind } from './backup-manifest.schema'

/** How many days, weeks, months and years keep one backup each (R094). */
export const rotationLimits = { day: 7, week: 5, month: 12, year: 3 } as const
type Span = keyof typeof rotationLimits

/** One backup of this book as it lies in a folder. */
export type KeptBackup = {
  uid: string
  kind: BackupKind
  /** Everything that it needs to be restored, by uid. */
  ancestors: readonly string[]
  createdAt: number
  /** Whether this book remembers having proven it, and all of its files are there. */
  proven: boolean
}

/** Why a backup stays: for its span of time; for another that needs it; or because nothing is known that would let it go. */
export type KeepReason =
  Span | 'newest' | 'newest-full' | 'needed' | 'unproven' | 'incomplete' | 'future'

export type RotationPlan = {
  keep: Map<string, Set<KeepReason>>
  /** Uids, children before what they stand on: a stop in between leaves no child alone. */
  remove: string[]
}

/**
 * Which backups of a folder stay and why (R094): the last one of each of the last seven days that have one, a full one, where there is
 * one, of each of five weeks, twelve months and three years, the newest of all, and the newest proven full one. What a kept one
 * stands on stays too. Unproven ones, ones with a broken chain, and ones dated after `now` stay and count for nothing.
 * @param backups of one book and folder, in any order
 */
export function planRotation(backups: readonly KeptBackup[], now: number): RotationPlan {
  const newestFirst = [...backups].sort(byAge)
  const there = new Map(newestFirst.map((backup) => [backup.uid, backup]))
  const keep: RotationPlan['keep'] = new Map()
  const mark = (uid: string, reason: KeepReason) =>
    keep.set(uid, (keep.get(uid) ?? new Set()).add(reason))

  const countable: KeptBackup[] = []
  for (const backup of newestFirst) {
    const reason = findDoubt(backup, there, now)
    if (reason) mark(backup.uid, reason)
    else countable.push(backup)
  }
  const [newest] = countable
  if (newest) mark(newest.uid, 'newest')
  const newestFull = countable.find(({ kind }) => kind === 'full')
  if (newestFull) mark(newestFull.uid, 'newest-full')
  for (const span of ['day', 'week', 'month', 'year'] as const)
    for (const { uid } of chooseOnePerSpan(countable, span)) mark(uid, span)
  for (const uid of [...keep.keys()])
    for (const ancestor of there.get(uid)?.ancestors ?? [])
      if (there.has(ancestor)) mark(ancestor, 'needed')

  const remove = newestFirst.filter(({ uid }) => !keep.has(uid))
  remove.sort((a, b) => b.ancestors.length - a.ancestors.length || byAge(a, b))
  return { keep, remove: remove.map(({ uid }) => uid) }
}

function findDoubt(
  { proven, createdAt, ancestors }: KeptBackup,
  there: ReadonlyMap<string, KeptBackup>,
  now: number,
): KeepReason | null {
  if (!proven) return 'unproven'
  if (createdAt > now) return 'future'
  return ancestors.every((uid) => there.get(uid)?.proven) ? null : 'incomplete'
}

/** The newest of each span, from the newest span on; beyond the days a full one is preferred, which stands alone. */
function chooseOnePerSpan(newestFirst: readonly KeptBackup[], span: Span): KeptBackup[] {
  const chosen = new Map<number, KeptBackup>()
  for (const backup of newestFirst) {
    const start = startOfSpan(backup.createdAt, span)
    const present = chosen.get(start)
    if (!present && chosen.size === rotationLimits[span]) break
    const isBetter = span !== 'day' && present?.kind !== 'full' && backup.kind === 'full'
    if (!present || isBetter) chosen.set(start, backup)
  }
  return [...chosen.values()]
}

/** Local time; weeks begin on Monday. */
function startOfSpan(instant: number, span: Span): number {
  const day = new Date(startOfDay(instant))
  if (span === 'week') day.setDate(day.getDate() - ((day.getDay() + 6) % 7))
  if (span === 'month' || span === 'year') day.setDate(1)
  if (span === 'year') day.setMonth(0)
  return day.getTime()
}

function byAge(a: KeptBackup, b: KeptBackup): number {
  return b.createdAt - a.createdAt || (a.uid < b.uid ? 1 : -1)
}
