import { createAwayClock } from './auto-lock-clock'
import { type PowerMonitorLike, watchPower } from './auto-lock-power'

/** How long before an idle lock the window is told, in seconds. */
export const warnSeconds = 30
/** How long the window may take to keep what was typed before a lock that cannot wait, in ms. */
export const graceMs = 300
/** The same before the computer sleeps, which does not wait for us: the keys must be gone by then. */
export const sleepGraceMs = 50
/** How often the clocks are looked at, in ms. */
export const lookMs = 1000

type Options = {
  powerMonitor: PowerMonitorLike
  platform?: NodeJS.Platform
  /** Minutes without a key or mouse in our own window, from the preferences. */
  minutes: number
  isOpen: () => boolean
  /** A job is running; the idle lock waits until it ended, a lock for another cause does not. */
  isBusy: () => boolean
  /** Tells the window that the book locks in so many seconds; 0: now. */
  warn: (seconds: number) => void
  /** Locks the book and says so to the window. */
  lock: () => Promise<void>
  /** Ends the program, because the computer is going down; without it the system is not asked to wait for us. */
  quit?: () => void
  /** Wall clock in ms. */
  now?: () => number
  /** Running time in ms; stands still while the computer sleeps (Linux, macOS). */
  monotonic?: () => number
}

/**
 * Locks an open book by itself (X1): after minutes without input in our window, with a warning 30 s ahead, and at once when the computer
 * sleeps, locks its screen, changes its user or goes down, or when the clocks show that it slept or was set. A lock that
 * fails is tried again every second.
 */
export function createAutoLock(options: Options) {
  const { isOpen, isBusy, warn, lock } = options
  const { now = Date.now, monotonic = () => performance.now() } = options
  const clock = createAwayClock({ now, monotonic })
  let limitMs = toMs(options.minutes)
  /** Running time at which the warning was given; null while none stands. */
  let warnedAt: number | null = null
  let isDue = false
  let locking: Promise<void> | null = null

  function forget(): void {
    clock.touch()
    warnedAt = null
    isDue = false
  }

  function look(): void {
    const { jumped, gapMs } = clock.look()
    if (!isOpen()) return forget()
    // The warning would have come while nothing ran: do not show a full window for 30 s more.
    const overslept = gapMs > warnSeconds * 1000 && clock.idleMs() >= limitMs && !isBusy()
    if (jumped || overslept) isDue = true
    if (isDue) void lockNow()
    else if (isBusy()) warnedAt = null
    else if (warnedAt !== null) lockAfterWarning(warnedAt)
    else if (clock.idleMs() >= limitMs - warnSeconds * 1000) giveWarning()
  }

  function giveWarning(): void {
    warnedAt = monotonic()
    warn(warnSeconds)
  }

  function lockAfterWarning(since: number): void {
    if (monotonic() - since < warnSeconds * 1000) return
    isDue = true
    void lockNow()
  }

  function lockNow(grace = graceMs): Promise<void> {
    if (!isOpen()) return Promise.resolve()
    locking ??= flushAndLock(grace).finally(() => {
      locking = null
    })
    return locking
  }

  async function flushAndLock(grace: number): Promise<void> {
    warn(0)
    await new Promise((resolve) => setTimeout(resolve, grace))
    try {
      await lock()
      forget()
    } catch {
      // Still open: `isDue` makes the next look try again.
    }
  }

  const timer = setInterval(look, lookMs)
  const stopWatching = watchPower(options.powerMonitor, {
    platform: options.platform ?? process.platform,
    onAway(cause) {
      if (!isOpen()) return
      isDue = true
      void lockNow(cause === 'suspend' ? sleepGraceMs : graceMs)
    },
    onShutdown(event) {
      const { quit } = options
      if (quit) event?.preventDefault()
      isDue = isOpen()
      void lockNow().finally(() => quit?.())
    },
  })

  return {
    /** A key, mouse or wheel in our own window. What the clocks say comes first: a mouse that wakes the computer does not open it. */
    noteInput(): void {
      look()
      if (!isDue) forget()
    },
    /** Milliseconds since the last of them, by whichever clock says more. */
    idleMs: () => clock.idleMs(),
    /** @param minutes 1–60 */
    setMinutes(minutes: number): void {
      limitMs = toMs(minutes)
    },
    stop(): void {
      clearInterval(timer)
      stopWatching()
    },
  }
}

export type AutoLock = ReturnType<typeof createAutoLock>

function toMs(minutes: number): number {
  return minutes * 60_000
}
