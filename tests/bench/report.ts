import { cpus, freemem, loadavg, totalmem } from 'node:os'

type Unit = 'ms' | 'frames' | '×' | 'MB' | 'MB/s'

/** Prints the state of the machine, without which no figure means anything. */
export function printMachine(): void {
  const gb = (bytes: number) => (bytes / 2 ** 30).toFixed(1)
  const load = loadavg().map((value) => value.toFixed(1))
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model}), ${gb(freemem())} of ${gb(totalmem())} GB free, load ${load.join(' ')}\n`,
  )
}

/** Prints one figure and, where the product promises one, whether it is at most the target. */
export function printFigure(what: string, value: number, unit: Unit, target?: number): void {
  const shown = unit === '×' || unit === 'MB' ? value.toFixed(2) : String(Math.round(value))
  const verdict =
    target === undefined ? '' : value <= target ? `  ok (≤ ${target})` : `  OVER ${target}`
  console.log(`${what.padEnd(64)}${shown.padStart(8)} ${unit}${verdict}`)
}

/** The value in the middle. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Milliseconds that work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
