import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutoLock, graceMs, sleepGraceMs } from '../../../electron/services/auto-lock'

const second = 1000
const minute = 60 * second

type Start = { minutes?: number; platform?: NodeJS.Platform }

/** A program with an open book, with both clocks and the system's power events in hand. */
function createDesk({ minutes = 5, platform = 'darwin' }: Start = {}) {
  const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleState: () => state.screen })
  const state = { isOpen: true, isBusy: false, screen: 'active', wall: 0, run: 0, fail: false }
  const warn = vi.fn<(seconds: number) => void>()
  const quit = vi.fn()
  const lock = vi.fn(() => {
    if (state.fail) return Promise.reject(new Error('disk'))
    state.isOpen = false
    return Promise.resolve()
  })
  const autoLock = createAutoLock({
    ...{ powerMonitor, platform, minutes, warn, lock, quit },
    isOpen: () => state.isOpen,
    isBusy: () => state.isBusy,
    now: () => Date.now() + state.wall,
    monotonic: () => performance.now() + state.run,
  })
  return { autoLock, powerMonitor, state, warn, lock, quit }
}

let desk: ReturnType<typeof createDesk>
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const begin = (options?: Start) => (desk = createDesk(options))

beforeEach(() => {
  vi.useFakeTimers()
  begin()
})
afterEach(() => {
  desk.autoLock.stop()
  expect(desk.powerMonitor.eventNames()).toEqual([])
  vi.useRealTimers()
})

describe('a book that nobody touches', () => {
  it('warns 30 s ahead and locks after the set minutes', async () => {
    await pass(5 * minute - 31 * second)
    expect(desk.warn).not.toHaveBeenCalled()
    await pass(2 * second)
    expect(desk.warn.mock.calls).toEqual([[30]])
    await pass(28 * second)
    expect(desk.lock).not.toHaveBeenCalled()
    await pass(3 * second)
    expect(desk.warn.mock.calls).toEqual([[30], [0]])
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('stays open as long as somebody moves, also after the warning', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await pass(4 * minute + 45 * second)
      desk.autoLock.noteInput()
    }
    expect(desk.warn.mock.calls).toEqual(Array(20).fill([30]))
    expect(desk.lock).not.toHaveBeenCalled()
  })

  it('takes another number of minutes at once', async () => {
    desk.autoLock.setMinutes(1)
    await pass(minute + 2 * second)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('is left alone while it is locked, and has the full time after the next unlock', async () => {
    desk.state.isOpen = false
    await pass(60 * minute)
    desk.powerMonitor.emit('suspend')
    await pass(minute)
    expect(desk.warn).not.toHaveBeenCalled()
    desk.state.isOpen = true
    await pass(4 * minute)
    expect(desk.warn).not.toHaveBeenCalled()
    await pass(2 * minute)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('tries again every second when it could not be locked', async () => {
    desk.state.fail = true
    await pass(5 * minute + 4 * second)
    const tries = desk.lock.mock.calls.length
    expect(tries).toBeGreaterThan(1)
    desk.autoLock.noteInput()
    desk.state.fail = false
    await pass(3 * second)
    expect(desk.lock).toHaveBeenCalledTimes(tries + 1)
  })

  it('is not locked any more after the end', async () => {
    desk.autoLock.stop()
    await pass(60 * minute)
    expect(desk.lock).not.toHaveBeenCalled()
  })
})

describe('while a job runs', () => {
  it('the idle lock waits, and comes with its warning when the job ended', async () => {
    desk.state.isBusy = true
    await pass(60 * minute)
    expect(desk.warn).not.toHaveBeenCalled()
    desk.state.isBusy = false
    await pass(2 * second)
    expect(desk.warn.mock.calls).toEqual([[30]])
    await pass(31 * second)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('a warning that stood is taken back', async () => {
    await pass(5 * minute - 10 * second)
    desk.state.isBusy = true
    await pass(minute)
    expect(desk.lock).not.toHaveBeenCalled()
  })

  it('a locked screen locks all the same', async () => {
    desk.state.isBusy = true
    desk.powerMonitor.emit('lock-screen')
    await pass(graceMs)
    expect(desk.lock).toHaveBeenCalledOnce()
  })
})

describe('a person who leaves the computer', () => {
  it.each(['lock-screen', 'user-did-resign-active'])('locks at once: %s', async (event) => {
    desk.powerMonitor.emit(event)
    expect(desk.warn.mock.calls).toEqual([[0]])
    await pass(graceMs - 1)
    expect(desk.lock).not.toHaveBeenCalled()
    await pass(1)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('leaves less time where the computer is about to sleep, and locks once for two causes', async () => {
    desk.powerMonitor.emit('suspend')
    desk.powerMonitor.emit('lock-screen')
    await pass(sleepGraceMs)
    expect(desk.lock).toHaveBeenCalledOnce()
    await pass(minute)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('cannot take it back with the mouse', async () => {
    desk.powerMonitor.emit('lock-screen')
    desk.autoLock.noteInput()
    await pass(graceMs)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('negative control: power events of other kinds lock nothing', async () => {
    for (const event of ['resume', 'unlock-screen', 'on-battery', 'user-did-become-active'])
      desk.powerMonitor.emit(event)
    await pass(minute)
    expect(desk.lock).not.toHaveBeenCalled()
  })

  it.each([true, false])('a shutdown ends the program; book open: %s', async (isOpen) => {
    const event = { preventDefault: vi.fn() }
    desk.state.isOpen = isOpen
    desk.powerMonitor.emit('shutdown', event)
    await pass(graceMs)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(desk.lock).toHaveBeenCalledTimes(isOpen ? 1 : 0)
    expect(desk.quit).toHaveBeenCalledOnce()
  })
})

describe('on Linux, which tells of no locked screen', () => {
  beforeEach(() => {
    desk.autoLock.stop()
    begin({ platform: 'linux' })
  })

  it('the screen is asked every 5 s', async () => {
    await pass(20 * second)
    expect(desk.lock).not.toHaveBeenCalled()
    desk.state.screen = 'locked'
    await pass(5 * second + graceMs)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('a desktop that always says locked locks once and not again and again', async () => {
    desk.state.screen = 'locked'
    await pass(10 * second)
    desk.state.isOpen = true
    await pass(minute)
    expect(desk.lock).toHaveBeenCalledOnce()
  })
})

describe('clocks', () => {
  it.each([
    ['the computer slept, and its running time stood still', 11 * second, 0],
    ['the clock was set forth by a day', 24 * 60 * minute, 0],
    ['the clock was set back by a day', -24 * 60 * minute, 0],
    ['the computer slept past the limit, and both went on', 6 * minute, 6 * minute],
  ])('lock at once when %s', async (_case, wall, run) => {
    desk.state.wall = wall
    desk.state.run = run
    await pass(second + graceMs)
    expect(desk.warn.mock.calls).toEqual([[0]])
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('come before the input that woke the computer', async () => {
    desk.state.wall = 8 * 60 * minute
    desk.autoLock.noteInput()
    expect(desk.warn.mock.calls).toEqual([[0]])
    await pass(graceMs)
    expect(desk.lock).toHaveBeenCalledOnce()
  })

  it('negative control: a correction by seconds and a short pause lock nothing', async () => {
    desk.state.wall = 5 * second
    await pass(2 * second)
    desk.state.wall = 0
    await pass(2 * second)
    desk.state.wall = desk.state.run = 2 * minute
    await pass(2 * second)
    expect(desk.lock).not.toHaveBeenCalled()
  })

  it('set back little by little do not stretch the time', async () => {
    for (let turn = 0; turn < 5 * 60; turn += 1) {
      desk.state.wall -= second
      await pass(second)
    }
    await pass(2 * second)
    expect(desk.lock).toHaveBeenCalledOnce()
  })
})
