/** Wrong passwords in a row that cost nothing. */
export const freeMisses = 4
const firstWait = 5
const longestWait = 15 * 60

/** Seconds to wait after the n-th wrong password in a row: none for the first four, then 5, 10, 20 … at most 15 minutes. */
export function waitAfterMisses(misses: number): number {
  if (misses <= freeMisses) return 0
  return Math.min(longestWait, firstWait * 2 ** Math.min(20, misses - freeMisses - 1))
}
