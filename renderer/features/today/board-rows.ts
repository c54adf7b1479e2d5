import type { TodayGroup } from '@shared/features/today/today.enums'
import type { TodayItem } from '@shared/features/today/today.schema'
import { keyOf } from './today-store'

/** What stands on the board, from top to bottom. */
export type BoardRow =
  | { kind: 'head'; key: string; group: TodayGroup }
  | {
      kind: 'item'
      key: string
      group: TodayGroup
      item: TodayItem
      isDone: boolean
      isLast: boolean
    }
  | { kind: 'more'; key: string; group: TodayGroup }

/** One group as far as it was read. */
export type LoadedGroup = { group: TodayGroup; items: readonly TodayItem[]; hasMore: boolean }

type Extra = {
  /** Just done: they keep their place among the open ones. */
  lingering: readonly { item: TodayItem; group: TodayGroup }[]
  /** Done today, behind the open ones of today; null while they are not shown. */
  done: readonly TodayItem[] | null
}

/** The rows of the groups that hold something, each behind its head. */
export function boardRows(groups: readonly LoadedGroup[], { lingering, done }: Extra): BoardRow[] {
  return groups.flatMap(({ group, items, hasMore }) => {
    const open = new Set(items.map(keyOf))
    const leaving = lingering.filter((one) => one.group === group && !open.has(keyOf(one.item)))
    const gone = new Set(leaving.map(({ item }) => keyOf(item)))
    const shown = [...items, ...leaving.map(({ item }) => item)].sort(byTime)
    const behind = group === 'today' && done ? done.filter((item) => !gone.has(keyOf(item))) : []
    const all = [...shown, ...behind]
    if (all.length === 0) return []
    const rows = all.map((item, index): BoardRow => ({
      ...{ kind: 'item', key: keyOf(item), group, item },
      isDone: index >= shown.length || gone.has(keyOf(item)),
      isLast: index === all.length - 1,
    }))
    const head: BoardRow = { kind: 'head', key: `head:${group}`, group }
    return [
      head,
      ...rows,
      ...(hasMore ? [{ kind: 'more', key: `more:${group}`, group } as const] : []),
    ]
  })
}

/** As the book orders them: by time, those without a day last, then steps before tasks, then older before newer. */
function byTime(one: TodayItem, other: TodayItem): number {
  const [a, b] = [one.at ?? Infinity, other.at ?? Infinity]
  if (a !== b) return a - b
  return one.kind === other.kind ? one.id - other.id : one.kind < other.kind ? -1 : 1
}

const heights = { head: 48, item: 60, more: 40 }
/** What the question for the next step adds under its row, in CSS pixels. */
const composerHeight = 92

/** Top edge of each row, and below the last one the height of all. */
export function rowTops(rows: readonly BoardRow[], completing: string | null): number[] {
  const tops = [0]
  for (const row of rows) {
    const open = row.kind === 'item' && row.key === completing ? composerHeight : 0
    tops.push((tops.at(-1) ?? 0) + heights[row.kind] + open)
  }
  return tops
}

/** First and last row that a view from `top` of some height shows, with a few to spare. */
export function rowsInView(tops: readonly number[], top: number, height: number): [number, number] {
  const spare = 8
  const last = tops.length - 2
  let [low, high] = [0, Math.max(0, last)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= top) low = middle
    else high = middle - 1
  }
  let end = low
  while (end < last && (tops[end + 1] ?? 0) < top + height) end += 1
  return [Math.max(0, low - spare), Math.min(last, end + spare)]
}
