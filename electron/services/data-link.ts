import { AppError } from '@shared/core/errors'
import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import type { DataOperations } from '../data/operations'
import { createLinkClient, type Message } from '../ipc/link'
import { endProcess } from './end-process'

type Options = {
  /** The process ended without being asked to: its book is closed, its keys are gone. */
  onGone: () => void
  checkOutput: boolean
}

/** How long a closing book may take before its process is ended all the same. */
const closeMs = 3000

/**
 * Owns the data process. `warmUp` forks it ahead of need, because it takes 300 ms to be ready; a lock replaces it by a fresh
 * one, so that no key or cached page outlives the lock.
 */
export function createDataLink({ onGone, checkOutput }: Options) {
  let running: ReturnType<typeof start> | null = null

  function start() {
    const child = utilityProcess.fork(join(import.meta.dirname, 'data-process.js'), [], {
      serviceName: 'kebu-data',
      env: { ...process.env, KEBU_CHECK_OUTPUT: checkOutput ? '1' : '0' },
      stdio: 'ignore',
    })
    const client = createLinkClient<DataOperations, MessagePortMain>((message, ports) =>
      child.postMessage(message, ports),
    )
    child.on('message', (message: Message) => client.receive(message))
    child.on('exit', () => {
      client.failAll(new AppError('core.process-gone', 'data process ended'))
      if (running?.child !== child) return
      running = null
      onGone()
    })
    return { child, client }
  }

  function ready() {
    running ??= start()
    return running
  }

  const call: ReturnType<typeof start>['client']['call'] = (operation, payload, options) =>
    ready().client.call(operation, payload, options)

  return {
    call,
    warmUp: () => void ready(),
    /** Closes the book and ends the process; the next call or `warmUp` starts a fresh one. */
    async end(): Promise<void> {
      if (!running) return
      const { child, client } = running
      await Promise.race([client.call('close', null).catch(() => null), delay(closeMs)])
      running = null
      endProcess(child)
    },
  }
}

export type DataLink = ReturnType<typeof createDataLink>

function delay(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
