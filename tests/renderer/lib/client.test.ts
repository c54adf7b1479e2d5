import { afterEach, describe, expect, it, vi } from 'vitest'
import type { KebuEvent } from '@shared/contract'
import { connectCache, createQueryClient } from '@renderer/lib/client'
import { request } from '@renderer/lib/request'
import { routeKey, topicOf } from '@renderer/lib/route-keys'

const answerWith = (answer: () => unknown) => {
  const call = vi.fn(() => Promise.resolve(JSON.stringify(answer())))
  vi.stubGlobal('window', { kebu: { request: call, on: () => () => {} } })
  return call
}

afterEach(() => vi.unstubAllGlobals())

describe('a request', () => {
  it('gives the data of an ok envelope', async () => {
    const call = answerWith(() => ({
      ok: true,
      data: { active: 3, archived: 1, byStage: {} },
    }))
    await expect(request('customers.counts', {})).resolves.toMatchObject({ active: 3 })
    expect(call).toHaveBeenCalledWith('customers.counts', {})
  })

  it('throws the error of the other envelope with code and details', async () => {
    answerWith(() => ({
      ok: false,
      error: { code: 'customers.changed-meanwhile', message: 'newer', details: { id: 4 } },
    }))
    await expect(request('customers.get', { id: 4 })).rejects.toMatchObject({
      name: 'AppError',
      code: 'customers.changed-meanwhile',
      details: { id: 4 },
    })
  })

  it('calls a broken bridge a gone process', async () => {
    vi.stubGlobal('window', { kebu: { request: () => Promise.reject(new Error('closed')) } })
    await expect(request('customers.counts', {})).rejects.toMatchObject({
      code: 'core.process-gone',
    })
  })

  it('does not take an answer without envelope for data', async () => {
    answerWith(() => ({ active: 3 }))
    await expect(request('customers.counts', {})).rejects.toMatchObject({ code: 'core.unexpected' })
  })
})

describe('what main announces', () => {
  const connect = () => {
    const client = createQueryClient()
    let tell: (event: KebuEvent) => void = () => {}
    connectCache(client, (listener) => {
      tell = listener
      return () => {}
    })
    client.setQueryData(routeKey('customers.counts', {}), { active: 1, archived: 0, byStage: {} })
    client.setQueryData(routeKey('imports.list', {}), { imports: [] })
    const stale = (route: 'customers.counts' | 'imports.list') =>
      client.getQueryState(routeKey(route, {}))?.isInvalidated
    return { tell: (event: KebuEvent) => tell(event), stale }
  }

  it('drops only the answers of the changed topics', () => {
    const { tell, stale } = connect()
    tell({ type: 'data.changed', topics: ['customers'] })
    expect([stale('customers.counts'), stale('imports.list')]).toEqual([true, false])
  })

  it('drops everything when the data process was started again', () => {
    const { tell, stale } = connect()
    tell({ type: 'data-process.restarted' })
    expect([stale('customers.counts'), stale('imports.list')]).toEqual([true, true])
  })
})

describe('the topic of a route', () => {
  it('is what stands before the last dot', () => {
    expect(topicOf('follow-ups.list')).toBe('follow-ups')
    expect(topicOf('vault.getState')).toBe('vault')
  })
})
