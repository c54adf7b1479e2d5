/** Moments at which a person leaves the computer; `user-did-resign-active` is the fast change of users on macOS. */
const causes = ['suspend', 'lock-screen', 'user-did-resign-active'] as const
export type AwayCause = (typeof causes)[number]

/** How often Linux, which tells of no locked screen, is asked for it, in ms. */
const pollMs = 5000
/** `getSystemIdleState` wants a limit in seconds; only `locked` is of interest here. */
const idleLimitSeconds = 60

type ShutdownEvent = { preventDefault: () => void }
type Listener = (event?: ShutdownEvent) => void

/** What is used of Electron's `powerMonitor`. */
export type PowerMonitorLike = {
  on(event: string, listener: Listener): unknown
  removeListener(event: string, listener: Listener): unknown
  getSystemIdleState(idleThreshold: number): string
}

type Options = {
  platform: NodeJS.Platform
  onAway: (cause: AwayCause) => void
  onShutdown: (event: ShutdownEvent | undefined) => void
}

/** Listens for moments at which a book must not stay open. Returns how to stop. */
export function watchPower(power: PowerMonitorLike, { platform, onAway, onShutdown }: Options) {
  const listeners: [string, Listener][] = [
    ...causes.map((cause): [string, Listener] => [cause, () => onAway(cause)]),
    ['shutdown', onShutdown],
  ]
  for (const [event, listener] of listeners) power.on(event, listener)
  const stopPolling = platform === 'linux' ? pollScreen(power, () => onAway('lock-screen')) : null
  return () => {
    for (const [event, listener] of listeners) power.removeListener(event, listener)
    stopPolling?.()
  }
}

/** Tells once each time that the screen became locked: a desktop that always says so must not lock people out. */
function pollScreen(power: PowerMonitorLike, onLocked: () => void): () => void {
  let wasLocked = false
  const timer = setInterval(() => {
    const isLocked = power.getSystemIdleState(idleLimitSeconds) === 'locked'
    if (isLocked && !wasLocked) onLocked()
    wasLocked = isLocked
  }, pollMs)
  return () => clearInterval(timer)
}
