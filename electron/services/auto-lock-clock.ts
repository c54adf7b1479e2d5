/** Difference of the two clocks between two looks that no correction of the time explains, in ms. */
export const jumpMs = 10_000

type Options = { now: () => number; monotonic: () => number }
type Moment = { wall: number; run: number }

/**
 * How long nobody has been here, by two clocks: the wall clock may be set by whoever sits there, the running time stands still while
 * the computer sleeps. The larger of the two counts.
 */
export function createAwayClock({ now, monotonic }: Options) {
  const read = (): Moment => ({ wall: now(), run: monotonic() })
  let touched = read()
  let looked = touched

  return {
    /** Somebody is here now. */
    touch(): void {
      touched = read()
    },
    /** Milliseconds since somebody was here. */
    idleMs(): number {
      const { wall, run } = read()
      return Math.max(wall - touched.wall, run - touched.run)
    },
    /** What happened since the last look: `gapMs` how long that was, `jumped` whether the computer slept or its clock was set. */
    look(): { gapMs: number; jumped: boolean } {
      const before = looked
      looked = read()
      const wall = looked.wall - before.wall
      const run = looked.run - before.run
      return { gapMs: Math.max(wall, run), jumped: Math.abs(wall - run) > jumpMs }
    },
  }
}
