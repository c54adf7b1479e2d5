import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bundleWorker } from '../support/bundle-worker'
import { printMachine } from './report'

/** Prints how well duplicates are found, and how fast, over books of invented customers. @throws Error when that fails */
async function benchDuplicates(customers: number): Promise<void> {
  const worker = await bundleWorker(join(import.meta.dirname, 'duplicates.worker.ts'))
  const child = spawn(process.execPath, [worker, String(customers)], { stdio: 'inherit' })
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`the bench of duplicates ended with ${String(code)}`)
}

printMachine()
await benchDuplicates(Number(process.argv[2] ?? 100_000))
