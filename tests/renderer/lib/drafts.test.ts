import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { forgetBook } from '@renderer/lib/book-closed'
import { beginDrafts, dropDraft, findDraft, flushDrafts, keepDraft } from '@renderer/lib/drafts'

const shape = z.object({ name: z.string() })
type Call = [route: string, input: { key: string; content: string }]

/** A book that keeps drafts as the data process does; `refuse` makes it answer as a locked one. */
function stubBook(stored: Record<string, string> = {}) {
  const book = new Map(Object.entries(stored))
  const state = { refuse: false }
  const request = vi.fn((...[route, input]: Call) => {
    if (state.refuse)
      return Promise.resolve('{"ok":false,"error":{"code":"core.locked","message":"locked"}}')
    if (route === 'drafts.save') book.set(input.key, input.content)
    if (route === 'drafts.drop') book.delete(input.key)
    const drafts = [...book].map(([key, content]) => ({ key, content, updatedAt: 1 }))
    return Promise.resolve(
      JSON.stringify({ ok: true, data: route === 'drafts.list' ? { drafts } : {} }),
    )
  })
  vi.stubGlobal('window', { kebu: { request, on: () => () => {} } })
  const saves = () => request.mock.calls.filter(([route]) => route === 'drafts.save').length
  return { book, state, request, saves }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  forgetBook()
})
afterEach(() => {
  forgetBook()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a draft', () => {
  it('is written half a second after it changed, the newest state once', async () => {
    const { book, saves } = stubBook()
    await beginDrafts('a')
    keepDraft('customer:new', { name: '桃' })
    await pass(300)
    keepDraft('customer:new', { name: '桃源' })
    expect(saves()).toBe(0)
    await pass(200)
    expect(saves()).toBe(1)
    expect(book.get('customer:new')).toBe('{"name":"桃源"}')
  })

  it('is written while somebody types without a pause', async () => {
    const { saves } = stubBook()
    await beginDrafts('a')
    for (let letter = 0; letter < 30; letter += 1) {
      keepDraft('customer:new', { name: 'x'.repeat(letter) })
      await pass(100)
    }
    expect(saves()).toBeGreaterThanOrEqual(5)
  })

  it('comes back after a lock, and is read once', async () => {
    const { request } = stubBook()
    await beginDrafts('a')
    keepDraft('customer:7', { name: '半句' })
    await flushDrafts()
    forgetBook()
    expect(findDraft('customer:7', shape)).toBeNull()
    await beginDrafts('a')
    expect(findDraft('customer:7', shape)).toEqual({ name: '半句' })
    expect(request.mock.calls.filter(([route]) => route === 'drafts.list')).toHaveLength(2)
  })

  it('goes from the book at once when it is dropped', async () => {
    const { book } = stubBook({ 'customer:7': '{"name":"半句"}' })
    await beginDrafts('a')
    keepDraft('customer:7', { name: '半句话' })
    dropDraft('customer:7')
    await pass(0)
    expect([...book]).toEqual([])
    await pass(1000)
    expect([...book]).toEqual([])
  })

  it.each(['{"title":1}', 'no JSON', 'null'])(
    'that no longer fits its form is dropped: %s',
    async (content) => {
      const { book } = stubBook({ 'customer:7': content })
      await beginDrafts('a')
      expect(findDraft('customer:7', shape)).toBeNull()
      await pass(0)
      expect([...book]).toEqual([])
    },
  )

  it('too long for the book stays in memory and does not disturb the others', async () => {
    const { book } = stubBook()
    await beginDrafts('a')
    keepDraft('customer:1', { name: 'x'.repeat(200_001) })
    keepDraft('customer:2', { name: '短' })
    await flushDrafts()
    expect([...book.keys()]).toEqual(['customer:2'])
    expect(findDraft('customer:1', shape)?.name).toHaveLength(200_001)
  })

  it('typed before the stored ones arrived wins over what was stored', async () => {
    stubBook({ 'customer:1': '{"name":"旧"}', 'customer:2': '{"name":"二"}' })
    const reading = beginDrafts('a')
    keepDraft('customer:1', { name: '新' })
    await reading
    expect(findDraft('customer:1', shape)?.name).toBe('新')
    expect(findDraft('customer:2', shape)?.name).toBe('二')
  })
})

describe('before a lock', () => {
  it('everything that waits is written, and waited for', async () => {
    const { book } = stubBook()
    await beginDrafts('a')
    keepDraft('customer:1', { name: '一' })
    keepDraft('follow-up:1', { name: '二' })
    await flushDrafts()
    expect([...book.keys()].sort()).toEqual(['customer:1', 'follow-up:1'])
  })

  it('what could not be written is tried once more', async () => {
    const { book, state } = stubBook()
    await beginDrafts('a')
    state.refuse = true
    keepDraft('customer:1', { name: '一' })
    await pass(500)
    expect([...book]).toEqual([])
    state.refuse = false
    await flushDrafts()
    expect([...book.keys()]).toEqual(['customer:1'])
  })
})

describe('another person', () => {
  it('gets nothing of the former one, not even what was still to be written', async () => {
    const { book } = stubBook()
    await beginDrafts('a')
    keepDraft('customer:1', { name: '甲的' })
    forgetBook()
    await beginDrafts('b')
    await pass(1000)
    await flushDrafts()
    expect(findDraft('customer:1', shape)).toBeNull()
    expect([...book]).toEqual([])
  })

  it('does not get an answer that came too late', async () => {
    stubBook({ 'customer:1': '{"name":"甲的"}' })
    const late = beginDrafts('a')
    stubBook()
    await Promise.all([late, beginDrafts('b')])
    expect(findDraft('customer:1', shape)).toBeNull()
  })

  it('negative control: while nobody is signed in nothing is written', async () => {
    const { request } = stubBook()
    keepDraft('customer:1', { name: '一' })
    await pass(1000)
    await flushDrafts()
    expect(request).not.toHaveBeenCalled()
  })
})
