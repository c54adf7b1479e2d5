/** Seconds to wait after the n-th wrong password in a row: none for the first two, then 2, 4, 8 … at most 30. */
export function waitAfterMisses(misses: number): number {
  return misses < 3 ? 0 : Math.min(30, 2 ** (misses - 2))
}
