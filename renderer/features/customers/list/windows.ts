import type { CustomerRow } from '@shared/features/customers/customers.schema'

/** Rows asked for at once. */
export const windowSize = 200

/** A place in the list: a customer, or null while it is on its way. */
export type ListRow = { index: number; customer: CustomerRow | null }

/** The whole list by place, however much of it is read. */
export type ListRows = { total: number; at: (index: number) => ListRow }

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

/** Rows by place out of the loaded windows; nothing is copied, so a list of 100,000 costs no more than one of 100. */
export function rowsOf(
  total: number,
  loaded: ReadonlyMap<number, readonly CustomerRow[]>,
): ListRows {
  return {
    total,
    at: (index) => ({
      index,
      customer: loaded.get(Math.floor(index / windowSize))?.[index % windowSize] ?? null,
    }),
  }
}

/**
 * Rows to draw for a scroll position.
 * @param top scrolled distance, `height` of the view and of a row in CSS pixels
 * @param spare rows drawn beyond each edge, so that a quick scroll finds them there
 */
export function rangeAt(
  top: number,
  height: number,
  rowHeight: number,
  total: number,
  spare: number,
): { first: number; last: number } {
  const first = Math.max(0, Math.min(total - 1, Math.floor(top / rowHeight)) - spare)
  const last = Math.min(total - 1, Math.ceil((top + height) / rowHeight) + spare)
  return { first, last: Math.max(first, last) }
}
