/** How long the end of the program waits for a cancelled backup to take its file away, in ms. */
const tidyMs = 3000

type Options = {
  isOpen: () => boolean
  /** Answers as soon as the book may lock; asked again, it ends the wait. */
  leave: () => Promise<void>
  /** Until what was cancelled is tidied up. */
  settled: () => Promise<void>
  quit: () => void
}

/**
 * Holds the end of the program back while a last backup is made before it (R094); to be called for the window that closes and for the
 * program that quits. Asking a second time means: now.
 */
export function createQuitHold({ isOpen, leave, settled, quit }: Options) {
  let state: 'open' | 'waiting' | 'over' = 'open'

  async function wait(): Promise<void> {
    await leave().catch(() => undefined)
    await Promise.race([settled(), new Promise((resolve) => setTimeout(resolve, tidyMs))])
    state = 'over'
    // Not in the same turn: Electron drops a quit while it still handles one.
    setImmediate(quit)
  }

  return (event: { preventDefault: () => void }): void => {
    if (state === 'over' || (state === 'open' && !isOpen())) return
    event.preventDefault()
    if (state === 'waiting') return void leave()
    state = 'waiting'
    void wait()
  }
}
