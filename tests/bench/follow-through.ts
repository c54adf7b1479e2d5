import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundleWorker } from '../support/bundle-worker'
import { printMachine } from './report'

/** Where the book lies: in memory where the system has such a place, so that the figures are those of the program. */
const memory = '/dev/shm'

/** Prints how fast the board of today, a timeline and what falls due are read in a large book. @throws Error when that fails */
async function benchFollowThrough(customers: number): Promise<void> {
  const worker = await bundleWorker(join(import.meta.dirname, 'follow-through.worker.ts'))
  const env = { ...process.env, ...(existsSync(memory) && { TMPDIR: memory }) }
  const child = spawn(process.execPath, [worker, String(customers)], { stdio: 'inherit', env })
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`the bench of what is due ended with ${String(code)}`)
}

printMachine()
await benchFollowThrough(Number(process.argv[2] ?? 100_000))
