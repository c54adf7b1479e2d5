import { toIsoDate } from '@shared/core/dates'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import type { TimelineItem } from '@shared/features/timeline/timeline.schema'

/** Items of one month, newest first; `month` is YYYY-MM of local time. */
export type MonthGroup = { month: string; first: number; items: TimelineItem[] }

/** Cuts a newest-first list at the borders of local months. */
export function groupByMonth(items: readonly TimelineItem[]): MonthGroup[] {
  const groups: MonthGroup[] = []
  for (const item of items) {
    const month = toIsoDate(item.at).slice(0, 7)
    const last = groups.at(-1)
    if (last?.month === month) last.items.push(item)
    else groups.push({ month, first: item.at, items: [item] })
  }
  return groups
}

const oneLine = 36

/** Long entries and those with a next step or files stand in a box; a short fact is one line. */
export function isLongEntry(
  entry: Pick<FollowUpEntry, 'content' | 'nextFollowAt' | 'files'>,
): boolean {
  return (
    entry.nextFollowAt !== null ||
    entry.files.length > 0 ||
    entry.content.includes('\n') ||
    [...entry.content].length > oneLine
  )
}
