import { randomUUID } from 'node:crypto'
import { AppError, fromErrorShape, toErrorShape } from '@shared/core/errors'
import type { Result } from '@shared/core/result'
import { createBoxKeys } from '../vault/box'
import { holdsKey, sealKeys, unsealKeys } from './sealed-keys'

/** Operations between two of our own processes: name → payload and answer. */
export type Operations = Record<string, { payload: unknown; answer: unknown }>

export type Message =
  /** Asks the other side for its public key, before the first call that carries keys. */
  | { type: 'hello' }
  | { type: 'public-key'; publicKey: string }
  | { type: 'call'; id: string; operation: string; payload: unknown; sealed: boolean }
  | { type: 'cancel'; id: string }
  | { type: 'answer'; id: string; result: Result<unknown> }
  | { type: 'progress'; id: string; progress: unknown }

export type CallOptions<Port> = {
  ports?: Port[]
  onProgress?: (progress: unknown) => void
  signal?: AbortSignal
}

type Waiting = {
  resolve: (value: never) => void
  reject: (error: AppError) => void
  onProgress: ((progress: unknown) => void) | undefined
}

/**
 * The calling end. `Port` is the kind of message port that can travel along. Byte arrays of a payload that are as long as a
 * key travel sealed and are overwritten with zeros here.
 */
export function createLinkClient<O extends Operations, Port>(
  post: (message: Message, ports: Port[]) => void,
) {
  const waiting = new Map<string, Waiting>()
  let peer: Promise<Buffer> | null = null
  let onPublicKey: (key: Buffer) => void = () => undefined

  function publicKeyOfPeer(): Promise<Buffer> {
    peer ??= new Promise((resolve) => {
      onPublicKey = resolve
      post({ type: 'hello' }, [])
    })
    return peer
  }

  return {
    /** Calls an operation; rejects with the AppError of the other side, or `core.cancelled` after the signal. */
    call<K extends keyof O & string>(
      operation: K,
      payload: O[K]['payload'],
      options: CallOptions<Port> = {},
    ): Promise<O[K]['answer']> {
      const id = randomUUID()
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress: options.onProgress })
        options.signal?.addEventListener('abort', () => post({ type: 'cancel', id }, []), {
          once: true,
        })
        const send = (ready: unknown, sealed: boolean) =>
          post({ type: 'call', id, operation, payload: ready, sealed }, options.ports ?? [])
        if (!holdsKey(payload)) send(payload, false)
        else void publicKeyOfPeer().then((key) => send(sealKeys(payload, key), true))
      })
    },
    /** Feeds a message of the other side. */
    receive(message: Message): void {
      if (message.type === 'public-key') onPublicKey(Buffer.from(message.publicKey, 'base64'))
      if (message.type === 'progress') waiting.get(message.id)?.onProgress?.(message.progress)
      if (message.type !== 'answer') return
      const entry = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.result.ok) entry?.resolve(message.result.data as never)
      else entry?.reject(fromErrorShape(message.result.error))
    },
    /** Ends every open call, when the other process is gone. */
    failAll(error: AppError): void {
      for (const entry of waiting.values()) entry.reject(error)
      waiting.clear()
    },
  }
}

export type ServerContext<Port> = {
  ports: Port[]
  signal: AbortSignal
  report: (progress: unknown) => void
}

export type OperationHandlers<O extends Operations, Port> = {
  [K in keyof O]: (
    payload: O[K]['payload'],
    context: ServerContext<Port>,
  ) => O[K]['answer'] | Promise<O[K]['answer']>
}

/** The answering end: every call gets exactly one answer, whatever its handler throws. */
export function createLinkServer<O extends Operations, Port>(
  handlers: OperationHandlers<O, Port>,
  post: (message: Message) => void,
) {
  const running = new Map<string, AbortController>()
  const box = createBoxKeys()
  return async (message: Message, ports: Port[]): Promise<void> => {
    if (message.type === 'hello')
      post({ type: 'public-key', publicKey: box.publicKey.toString('base64') })
    if (message.type === 'cancel') running.get(message.id)?.abort()
    if (message.type !== 'call') return
    const { id, operation, payload } = message
    const controller = new AbortController()
    running.set(id, controller)
    const report = (progress: unknown) => post({ type: 'progress', id, progress })
    try {
      const handler = Object.hasOwn(handlers, operation) ? handlers[operation] : undefined
      if (!handler) throw new AppError('core.unknown-route', 'unknown operation')
      const opened = message.sealed ? unsealKeys(payload, box.privateKey) : payload
      const data = await handler(opened, {
        ports,
        signal: controller.signal,
        report,
      })
      post({ type: 'answer', id, result: { ok: true, data } })
    } catch (error) {
      const shape = toErrorShape(controller.signal.aborted ? new AppError('core.cancelled') : error)
      post({ type: 'answer', id, result: { ok: false, error: shape } })
    } finally {
      running.delete(id)
    }
  }
}
