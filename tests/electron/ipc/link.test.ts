import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/core/errors'
import { createLinkClient, createLinkServer, type Message } from '../../../electron/ipc/link'

type Operations = {
  double: { payload: number; answer: number }
  fail: { payload: null; answer: null }
  slow: { payload: null; answer: string }
}

/** Two ends joined by structured clones, as between processes. */
function joined() {
  const serve = createLinkServer<Operations, never>(
    {
      double: (value, { report }) => {
        report({ half: value })
        return value * 2
      },
      fail() {
        throw new AppError('core.disk-full', 'no room', { free: 3 })
      },
      slow: (_payload, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')))
        }),
    },
    (message) => client.receive(structuredClone(message)),
  )
  const client = createLinkClient<Operations, never>(
    (message: Message) => void serve(structuredClone(message), []),
  )
  return client
}

describe('a link between processes', () => {
  it('answers a call and passes its progress', async () => {
    const progress: unknown[] = []
    await expect(
      joined().call('double', 21, { onProgress: (p) => progress.push(p) }),
    ).resolves.toBe(42)
    expect(progress).toEqual([{ half: 21 }])
  })

  it('brings an AppError over with code and details', async () => {
    await expect(joined().call('fail', null)).rejects.toMatchObject({
      code: 'core.disk-full',
      details: { free: 3 },
    })
  })

  it('ends a cancelled call with its own code, whatever the work throws', async () => {
    const controller = new AbortController()
    const call = joined().call('slow', null, { signal: controller.signal })
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'core.cancelled' })
  })

  it('fails every open call when the other process is gone', async () => {
    const client = joined()
    const call = client.call('slow', null)
    client.failAll(new AppError('core.process-gone'))
    await expect(call).rejects.toMatchObject({ code: 'core.process-gone' })
  })

  it('refuses an operation that is only a property of every object', async () => {
    const client = joined() as unknown as { call(name: string, payload: unknown): Promise<unknown> }
    await expect(client.call('constructor', null)).rejects.toMatchObject({
      code: 'core.unknown-route',
    })
  })
})
