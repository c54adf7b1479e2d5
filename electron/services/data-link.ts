import { AppError } from '@shared/core/errors'
import { join } from 'node:path'
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { DataOperations } from '../data/operations'
import { createLinkClient, type Message } from '../ipc/link'

type Options = {
  /** The process ended without being asked to: its book is closed, its keys are gone. */
  onGone: () => void
  checkOutput: boolean
}

/**
 * Owns the data process. It is forked ahead of need, because it takes 300 ms to be ready, and replaced by a fresh one after
 * every lock, so that no key or cached page outlives the lock.
 */
export function createDataLink(options: Options) {
  let child = fork()
  let client = connect(child)

  function fork(): UtilityProcess {
    return utilityProcess.fork(join(import.meta.dirname, 'data-process.js'), [], {
      serviceName: 'kebu-data',
      env: { ...process.env, KEBU_CHECK_OUTPUT: options.checkOutput ? '1' : '0' },
      stdio: 'ignore',
    })
  }

  function connect(process: UtilityProcess) {
    const link = createLinkClient<DataOperations, MessagePortMain>((message, ports) =>
      process.postMessage(message, ports),
    )
    process.on('message', (message: Message) => link.receive(message))
    process.on('exit', () => {
      link.failAll(new AppError('core.process-gone', 'data process ended'))
      if (process !== child) return
      replace()
      options.onGone()
    })
    return link
  }

  function replace(): void {
    child = fork()
    client = connect(child)
  }

  return {
    call: ((operation, payload, callOptions) =>
      client.call(operation, payload, callOptions)) as typeof client.call,
    /** Closes the book and ends the process; a fresh one waits for the next unlock. */
    async recycle(): Promise<void> {
      const old = child
      const closing = client.call('close', null)
      await Promise.race([closing.catch(() => null), delay(3000)])
      replace()
      old.kill()
    },
    /** For quitting: closes the book, then ends the process for good. */
    async shutDown(): Promise<void> {
      const old = child
      await Promise.race([client.call('close', null).catch(() => null), delay(3000)])
      child.removeAllListeners('exit')
      old.kill()
    },
  }
}

export type DataLink = ReturnType<typeof createDataLink>

function delay(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
