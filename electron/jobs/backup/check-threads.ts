import { Worker } from 'node:worker_threads'
import { copySecret } from '../../vault/secret-memory'
import type { CheckStep } from './check-steps'
import { damaged, throwIfCancelled } from './errors'

/** What a thread is started with; its key is moved there, not copied, and overwritten by whoever opens the database with it. */
export type CheckThreadData = { path: string; key: Uint8Array; cacheKib: number }

/** Said by a thread: it is up, or what came of its last step. */
export type CheckThreadMessage = 'ready' | 'passed' | 'failed'
/** Said to a thread: a step, or that there are no more. */
export type CheckThreadOrder = CheckStep | null

/** A thread that could not be started or broke down, which says nothing about the database. */
export class ThreadBroken extends Error {}

type Options = Omit<CheckThreadData, 'key'> & {
  /** Script of a thread. */
  script: string
  /** Page key; stays owned by the caller. */
  key: Buffer
  steps: readonly CheckStep[]
  threads: number
  signal: AbortSignal
  /** Called with each step that passed. */
  onPassed?: (step: CheckStep) => void
}

/**
 * Runs the steps on several threads, each with a connection of its own, in order as they become free. When one does not pass, the
 * others end with the step they are at; nothing has the file open afterwards.
 * @throws AppError `backups.damaged`, `core.cancelled`
 * @throws ThreadBroken
 */
export async function runOnThreads({ steps, threads, signal, ...options }: Options): Promise<void> {
  const left = [...steps]
  let isStopped = false
  const next = (): CheckThreadOrder => {
    if (isStopped || signal.aborted) return null
    return left.shift() ?? null
  }
  const stop = () => {
    isStopped = true
  }
  const all = Array.from({ length: threads }, () => runThread(options, next, stop))
  const ends = await Promise.allSettled(all)
  throwIfCancelled(signal)
  // A verdict counts more than a thread that could not give one.
  const verdicts = ends.map((end) => (end.status === 'fulfilled' ? end.value : 'broken'))
  if (verdicts.includes('failed')) throw damaged('check on a thread')
  if (verdicts.includes('broken')) throw new ThreadBroken()
}

/** Lives until it was told that there is no more, so that its connection is closed in order. */
function runThread(
  options: Pick<Options, 'script' | 'path' | 'cacheKib' | 'key' | 'onPassed'>,
  next: () => CheckThreadOrder,
  stop: () => void,
): Promise<'passed' | 'failed'> {
  const { script, path, cacheKib, key, onPassed } = options
  return new Promise((resolve, reject) => {
    const own = copySecret(key)
    const workerData: CheckThreadData = { path, cacheKib, key: own }
    const thread = new Worker(script, { workerData, transferList: [own.buffer as ArrayBuffer] })
    let verdict: 'passed' | 'failed' = 'passed'
    let isDone = false
    let order: CheckThreadOrder = null
    thread.on('message', (message: CheckThreadMessage) => {
      if (message === 'failed') {
        verdict = 'failed'
        stop()
      } else if (message === 'passed' && order) onPassed?.(order)
      order = next()
      isDone = order === null
      thread.postMessage(order)
    })
    thread.on('error', stop)
    thread.on('exit', (code) => {
      if (verdict === 'failed' || (isDone && code === 0)) resolve(verdict)
      else {
        stop()
        reject(new ThreadBroken())
      }
    })
  })
}
