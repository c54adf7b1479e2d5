/** Height of a row in CSS pixels; the same in both densities, since nobody works in this list. */
export const rowHeight = 32
const spare = 12

/** Which rows a scrolled view needs (last exclusive), with some to spare, and whether the end is close. In CSS pixels. */
export function rowsInView(
  { top, height }: { top: number; height: number },
  count: number,
): { first: number; last: number; isNearEnd: boolean } {
  const first = Math.max(0, Math.floor(top / rowHeight) - spare)
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + spare)
  return { first: Math.min(first, count), last, isNearEnd: height > 0 && last + spare >= count }
}
