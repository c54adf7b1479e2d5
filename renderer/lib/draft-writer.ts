/** How long after a change it is written, in ms. */
export const draftDelayMs = 500

/**
 * Writes what changed soon after it changed: changes of one key within half a second become one write, and steady typing does not
 * put it off. A write that failed is tried again with the next flush.
 * @param send writes the newest state of a key
 */
export function createDraftWriter(send: (key: string) => Promise<unknown>) {
  let timers = new Map<string, ReturnType<typeof setTimeout>>()
  let running = new Set<Promise<void>>()
  let failed = new Set<string>()

  function write(key: string): void {
    clearTimeout(timers.get(key))
    timers.delete(key)
    failed.delete(key)
    const [ownRunning, ownFailed] = [running, failed]
    const work = send(key)
      .then(
        () => undefined,
        () => void ownFailed.add(key),
      )
      .finally(() => ownRunning.delete(work))
    ownRunning.add(work)
  }

  return {
    /** Writes the key within `draftDelayMs`. */
    later(key: string): void {
      if (!timers.has(key))
        timers.set(
          key,
          setTimeout(() => write(key), draftDelayMs),
        )
    },
    now: write,
    /** Writes everything that waits; resolves when nothing is under way any more, whether it went well or not. */
    async flush(): Promise<void> {
      for (const key of new Set([...timers.keys(), ...failed])) write(key)
      await Promise.all(running)
    },
    /** Gives up everything that waits. */
    forget(): void {
      for (const timer of timers.values()) clearTimeout(timer)
      timers = new Map()
      running = new Set()
      failed = new Set()
    },
  }
}
