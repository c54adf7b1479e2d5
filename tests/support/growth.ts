/** Four times the input of linear work takes about 4 times as long, of quadratic work 16 times. */
export const quadratic = 12

const runs = 3
/** Below this the clock measures noise, ms. */
const leastMs = 2

/**
 * How many times longer work takes on four times as much: a ratio inside one run, so that a slow or busy machine changes nothing.
 * @param work is handed how many pieces to work on
 * @param pieces the smaller number
 */
export function growth(work: (pieces: number) => unknown, pieces: number): number {
  return (
    best(() => work(4 * pieces)) /
    Math.max(
      best(() => work(pieces)),
      leastMs,
    )
  )
}

const best = (work: () => unknown): number => {
  const times = Array.from({ length: runs }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.min(...times)
}
