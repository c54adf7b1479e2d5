import { toIsoDate } from '@shared/core/dates'
import type { Clock } from '@shared/core/clock'

const lookMs = 5000

/**
 * Does once a day, and once after each unlock, what is due by time alone (R040, R073). Looks every five seconds, so that the work
 * neither stands between an unlock and the list nor is missed by a computer that slept through midnight.
 * @param run may fail, as in a book that is open to be read only; it is tried again on the next day
 * @returns ends it
 */
export function startDailyWork({
  isOpen,
  run,
  clock,
}: {
  isOpen: () => boolean
  run: () => Promise<void>
  clock: Clock
}): () => void {
  let doneOn: string | null = null
  const timer = setInterval(() => {
    if (!isOpen()) doneOn = null
    else if (doneOn !== toIsoDate(clock())) {
      doneOn = toIsoDate(clock())
      void run().catch(() => undefined)
    }
  }, lookMs)
  timer.unref()
  return () => clearInterval(timer)
}
