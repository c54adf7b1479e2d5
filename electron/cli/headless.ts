import { type ChildProcess, spawn } from 'node:child_process'

const switches = [
  '--ozone-platform=headless',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--log-level=3',
]

/**
 * Linux decides between X11 and Wayland before any script runs, and without a display the program ends there: it is started once more
 * with the switch for neither, in front of the same terminal or pipe. Null where no second start is needed.
 */
export function startHeadless(args: readonly string[]): Promise<number> | null {
  const isChosen = args.some((arg) => arg.startsWith('--ozone-platform='))
  if (process.platform !== 'linux' || isChosen) return null
  let child: ChildProcess | null = null
  // Ctrl-C reaches both; a scheduler ends only the one it started.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child?.kill(signal))
  const second = spawn(process.execPath, [...args, ...switches], { stdio: 'inherit' })
  child = second
  return new Promise((resolve) => {
    second.once('error', () => resolve(1))
    second.once('exit', (code) => resolve(code ?? 1))
  })
}
