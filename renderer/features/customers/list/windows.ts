import type { CustomerRow } from '@shared/features/customers/customers.schema'

/** Rows asked for at once. */
export const windowSize = 200

/** What the table renders: a loaded customer or the place of one that is on its way. */
export type ListRow = { index: number; customer: CustomerRow | null }

/**
 * Windows that a visible range needs, with one neighbour on each side so that scrolling meets loaded rows.
 * @param first first visible row, 0-based
 * @param last last visible row, inclusive
 * @param total rows in the list; null while it is not known
 */
export function windowsFor(first: number, last: number, total: number | null): number[] {
  const end = total === null ? 0 : Math.max(0, Math.ceil(total / windowSize) - 1)
  const from = Math.max(0, Math.min(end, Math.floor(first / windowSize) - 1))
  const to = Math.min(end, Math.floor(Math.max(first, last) / windowSize) + 1)
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, step) => from + step)
}

/** Lays the loaded windows out over the whole length, so that the scroll bar is right from the start. */
export function layRows(
  total: number,
  loaded: ReadonlyMap<number, readonly CustomerRow[]>,
): ListRow[] {
  return Array.from({ length: total }, (_, index) => ({
    index,
    customer: loaded.get(Math.floor(index / windowSize))?.[index % windowSize] ?? null,
  }))
}
