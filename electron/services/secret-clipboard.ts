/** The part of Electron's clipboard that is used. A newer Electron answers promises where an older one answers at once. */
export type SystemClipboard = {
  readText(): string | Promise<string>
  writeText(text: string): void | Promise<void>
  clear(): void | Promise<void>
}

/**
 * A clipboard for secrets: what was copied leaves it after a while, at a lock and at the end, unless something else was
 * copied since (R089). Nothing is kept for longer than it lies there.
 */
export function createSecretClipboard(system: SystemClipboard) {
  let own: { text: string; timer: NodeJS.Timeout } | null = null

  async function clearOwn(): Promise<void> {
    if (own === null) return
    const { text, timer } = own
    own = null
    clearTimeout(timer)
    if ((await system.readText()) === text) await system.clear()
  }

  /** Copies a secret for `ms` milliseconds. */
  async function copy(text: string, ms: number): Promise<void> {
    if (own !== null) clearTimeout(own.timer)
    const timer = setTimeout(() => void clearOwn(), ms)
    timer.unref()
    own = { text, timer }
    await system.writeText(text)
  }

  return { copy, clearOwn }
}
