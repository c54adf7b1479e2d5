import { toIsoDate } from '@shared/core/dates'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'

/** Entries of one month, newest first; `month` is YYYY-MM of local time. */
export type MonthGroup = { month: string; first: number; entries: FollowUpEntry[] }

/** Cuts a newest-first list at the borders of local months. */
export function groupByMonth(entries: readonly FollowUpEntry[]): MonthGroup[] {
  const groups: MonthGroup[] = []
  for (const entry of entries) {
    const month = toIsoDate(entry.occurredAt).slice(0, 7)
    const last = groups.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else groups.push({ month, first: entry.occurredAt, entries: [entry] })
  }
  return groups
}

const oneLine = 36

/** Long entries and those with a next step stand in a box; a short fact is one line. */
export function isLongEntry(entry: Pick<FollowUpEntry, 'content' | 'nextFollowAt'>): boolean {
  return (
    entry.nextFollowAt !== null ||
    entry.content.includes('\n') ||
    [...entry.content].length > oneLine
  )
}
