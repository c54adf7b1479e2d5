import { readFileSync } from 'node:fs'
import { shiftSystemClock } from '@shared/core/clock'

/** How often the file is looked at, in ms. */
const lookMs = 100

/**
 * Tests of the whole program set its clock by a file that holds how many ms it is ahead of the computer's, named in KEBU_TEST_CLOCK.
 * A packed program drops that name before anything reads it (`main.ts`).
 */
export function followTestClock(): void {
  const path = process.env.KEBU_TEST_CLOCK
  if (!path) return
  const look = () => {
    try {
      const ahead = Number(readFileSync(path, 'utf8'))
      if (Number.isSafeInteger(ahead)) shiftSystemClock(ahead)
    } catch {
      // Not written yet: the computer's own time.
    }
  }
  look()
  setInterval(look, lookMs).unref()
}
