import { describe, expect, it, vi } from 'vitest'
import { AppError } from '@shared/core/errors'
import type { Ballast } from '../../../electron/services/ballast'
import { createBookCondition } from '../../../electron/services/book-condition'
import { tellWhenFull } from '../../../electron/services/full-disk'

/** A ballast in memory, on a disk that has room or not. */
function ballastOn(disk: { hasRoom: boolean }, kept = true) {
  const state = { kept, released: 0 }
  const ballast: Ballast = {
    keep: () => Promise.resolve((state.kept ||= disk.hasRoom)),
    release() {
      const had = state.kept
      state.kept = false
      state.released += had ? 1 : 0
      return Promise.resolve(had)
    },
    releaseWhenFull: () => Promise.resolve(false),
  }
  return { state, ballast }
}

const code = (name: string) => expect.objectContaining({ code: name }) as Error

describe('a full disk', () => {
  it('turns the book read only and gives the room of the ballast, once', async () => {
    const { state, ballast } = ballastOn({ hasRoom: false })
    const condition = createBookCondition({ ballast, readOnly: null, findings: [] })
    expect(() => condition.assertWritable()).not.toThrow()
    await condition.noteFull()
    await condition.noteFull()
    expect(state).toEqual({ kept: false, released: 1 })
    expect(condition.readOnly()).toBe('disk-full')
    expect(() => condition.assertWritable()).toThrow(code('core.disk-full'))
    condition.end()
  })

  it('is over when there is room for the ballast and a first write goes well', async () => {
    const disk = { hasRoom: false }
    const { state, ballast } = ballastOn(disk)
    const condition = createBookCondition({ ballast, readOnly: 'disk-full', findings: [] })
    await condition.noteFull()
    const resume = vi.fn(() => Promise.resolve())
    await expect(condition.tryWriting(resume)).rejects.toMatchObject({ code: 'core.disk-full' })
    expect(resume).not.toHaveBeenCalled()
    disk.hasRoom = true
    const refuse = () => Promise.reject(new AppError('core.disk-full'))
    await expect(condition.tryWriting(refuse)).rejects.toMatchObject({ code: 'core.disk-full' })
    expect(condition.readOnly()).toBe('disk-full')
    await condition.tryWriting(resume)
    expect(condition.readOnly()).toBeNull()
    expect(state.kept).toBe(true)
  })

  it('does not make a book writable that was opened only to look', async () => {
    const condition = createBookCondition({ ballast: null, readOnly: 'by-choice', findings: [] })
    await condition.noteFull()
    await condition.tryWriting(() => Promise.resolve())
    expect(condition.readOnly()).toBe('by-choice')
    expect(() => condition.assertWritable()).toThrow(code('core.read-only'))
  })
})

describe('the ballast', () => {
  it('is made after the first lists, and not any more once the book is closed', () => {
    vi.useFakeTimers()
    const open = ballastOn({ hasRoom: true }, false)
    const closed = ballastOn({ hasRoom: true }, false)
    createBookCondition({ ballast: open.ballast, readOnly: null, findings: [] })
    createBookCondition({ ballast: closed.ballast, readOnly: null, findings: [] }).end()
    expect(open.state.kept).toBe(false)
    vi.runAllTimers()
    vi.useRealTimers()
    expect([open.state.kept, closed.state.kept]).toEqual([true, false])
  })
})

describe('an answer of the data process', () => {
  const heard = async (answer: Promise<unknown>) => {
    const onFull = vi.fn()
    await tellWhenFull(answer, onFull).catch(() => undefined)
    return onFull.mock.calls.length
  }
  const envelope = (value: unknown) => Promise.resolve(JSON.stringify(value))

  it('tells of a full disk as an envelope or as an error, and of nothing else', async () => {
    const full = { code: 'core.disk-full', message: 'SQLITE_FULL', details: {} }
    const other = { ...full, code: 'core.forbidden', message: 'core.disk-full' }
    expect(await heard(envelope({ ok: false, error: full }))).toBe(1)
    expect(await heard(Promise.reject(new AppError('core.disk-full')))).toBe(1)
    expect(await heard(envelope({ ok: false, error: other }))).toBe(0)
    expect(await heard(envelope({ ok: true, data: { error: full } }))).toBe(0)
    expect(await heard(Promise.reject(new AppError('core.read-only')))).toBe(0)
    expect(await heard(Promise.resolve({ changed: 1 }))).toBe(0)
  })
})
