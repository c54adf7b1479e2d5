import { AppError } from '@shared/core/errors'
import { join } from 'node:path'
import { type MessagePortMain, utilityProcess } from 'electron'
import type { AuditHead, DataOperations } from '../data/operations'
import { createLinkClient, type Message } from '../ipc/link'
import { endProcess } from './end-process'
import { tellWhenFull } from './full-disk'

type Options = {
  /** The process ended without being asked to: its book is closed, its keys are gone. */
  onGone: () => void
  /** A write into the book met a full disk. */
  onFull: () => void
  checkOutput: boolean
}

/** Operations that a person waits for, and that would meet no open book while it is out of reach for a moment. */
const waits = new Set<string>([
  ...['request', 'imports.write', 'attachments.open', 'attachments.read'],
  ...['exports.begin', 'exports.read'],
])

/** How long a closing book may take before its process is ended all the same. */
const closeMs = 3000

/**
 * Owns the data process. `warmUp` forks it ahead of need, because it takes 300 ms to be ready; a lock replaces it by a fresh
 * one, so that no key or cached page outlives the lock.
 */
export function createDataLink({ onGone, onFull, checkOutput }: Options) {
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

  /** Requests of the window wait for it while the book is out of reach for a moment. */
  let gate: Promise<unknown> = Promise.resolve()
  const pass: ReturnType<typeof start>['client']['call'] = (operation, payload, options) =>
    ready().client.call(operation, payload, options)

  return {
    call: (async (operation, payload, options) => {
      if (waits.has(operation)) await gate
      return tellWhenFull(pass(operation, payload, options), onFull)
    }) as typeof pass,
    warmUp: () => void ready(),
    /** Keeps requests waiting while `work` closes the book and opens it again. */
    hold<T>(work: () => Promise<T>): Promise<T> {
      const held = work()
      gate = held.catch(() => undefined)
      return held
    },
    /** Closes the book and ends the process; the next call or `warmUp` starts a fresh one. Answers the end of the audit chain. */
    async end(): Promise<AuditHead> {
      if (!running) return null
      const { child, client } = running
      const closed = await Promise.race([
        client.call('close', null).catch(() => null),
        delay(closeMs),
      ])
      running = null
      endProcess(child)
      return closed?.auditHead ?? null
    },
  }
}

export type DataLink = ReturnType<typeof createDataLink>

function delay(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}
