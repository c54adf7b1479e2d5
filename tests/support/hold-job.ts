import type { KebuApp } from './electron-app'

type Watched = { kebuHeld?: Promise<number> }

/** A job process that stands still. */
export type HeldJob = {
  /** Until there is one. */
  begun: Promise<void>
  /** Lets it go on; harmless when the program has ended it meanwhile. */
  letGo: () => Promise<void>
}

/**
 * Stops the next job process of the program in its tracks, as a drive does that answers slowly, so that a moment which is over too
 * soon can be looked at. POSIX only.
 */
export async function holdNextJob({ app }: Pick<KebuApp, 'app'>): Promise<HeldJob> {
  await app.evaluate(({ app: main }) => {
    const jobs = () =>
      main.getAppMetrics().flatMap((one) => (one.name === 'kebu-job' ? [one.pid] : []))
    const former = new Set(jobs())
    const held = new Promise<number>((resolve) => {
      const timer = setInterval(() => {
        const next = jobs().find((pid) => !former.has(pid))
        if (next === undefined) return
        clearInterval(timer)
        process.kill(next, 'SIGSTOP')
        resolve(next)
      }, 5)
    })
    Object.assign(globalThis, { kebuHeld: held })
  })
  const pid = app.evaluate(() => (globalThis as Watched).kebuHeld ?? 0)
  return {
    begun: pid.then(() => undefined),
    letGo: async () => proceed(await pid),
  }
}

function proceed(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch {
    // It is gone already.
  }
}
