import { describe, expect, it, vi } from 'vitest'
import { AppError } from '@shared/core/errors'
import type { BackupFailure } from '@shared/features/backups/backup-schedule.schema'
import { createScheduleRunner } from '../../../../electron/services/backup/schedule-runner'

const now = new Date(2026, 10, 22, 9, 30).getTime()
const place = {
  token: 'folder',
  path: '/backups',
  verdict: 'ok' as const,
  service: null,
  sameDisk: false,
  freeBytes: 1000,
  totalBytes: 2000,
  neededBytes: 10,
}

const nothing = { jobId: null, leaving: false, failure: null }

function start(create: (onStop: () => void) => Promise<unknown> = () => Promise.resolve()) {
  const world = {
    ...{ free: true, made: 0, changes: 0, onLock: true, changed: true, cancelled: 0 },
    failure: null as BackupFailure | null,
    /** Never answers: a drive that hangs. */
    hangs: false,
  }
  const runner = createScheduleRunner({
    isFree: () => world.free,
    look: (appeared, failedAt) =>
      world.hangs
        ? new Promise(() => undefined)
        : Promise.resolve({
            now,
            schedule: { daily: true, onDrive: true, onLock: world.onLock, rotate: true },
            last: { startedAt: now - 2 * 86_400_000 },
            lastPlace: place,
            drives: [],
            appeared,
            failedAt,
          }),
    topOf: ({ drive }) => drive,
    hasChanged: () => Promise.resolve(world.changed),
    create: (_place, _jobId, onStop) => {
      world.made++
      return create(onStop)
    },
    cancel: () => world.cancelled++,
    failure: { read: () => world.failure, write: (failure) => (world.failure = failure) },
    newJobId: () => 'job',
    clock: () => now,
    onChange: () => world.changes++,
  })
  return { world, runner }
}

describe('backups that are made by themselves', () => {
  it('run one at a time, with the job to be seen meanwhile', async () => {
    let finish: () => void = () => undefined
    const { world, runner } = start(() => new Promise<void>((resolve) => (finish = resolve)))
    const first = runner.tick()
    await Promise.resolve()
    await runner.tick()
    expect(runner.state().jobId).toBe('job')
    finish()
    await first
    expect(world.made).toBe(1)
    expect(runner.state()).toEqual(nothing)
  })

  it('never run beside another job', async () => {
    const { world, runner } = start()
    world.free = false
    await runner.tick()
    expect(world.made).toBe(0)
  })

  it('keep a failure to be shown, do not try at once again, and forget it after one by hand', async () => {
    const { world, runner } = start(() => Promise.reject(new AppError('backups.target-gone')))
    await runner.tick()
    await runner.tick()
    expect(world.made).toBe(1)
    expect(runner.state().failure).toEqual({ at: now, code: 'backups.target-gone' })
    runner.noteProven()
    expect(runner.state().failure).toBeNull()
  })

  it('are not called failed when somebody cancels, and do not begin again at once', async () => {
    const { world, runner } = start(() => Promise.reject(new AppError('core.cancelled')))
    await runner.tick()
    await runner.tick()
    expect(world.made).toBe(1)
    expect(runner.state()).toEqual(nothing)
  })
})

/** A backup that ends when the test says so. */
function endless() {
  const running = {
    finish: () => undefined as void,
    fail: (_error: unknown) => undefined as void,
    stop: () => undefined as void,
  }
  const create = (onStop: () => void) =>
    new Promise<void>((resolve, reject) => {
      Object.assign(running, { finish: resolve, fail: reject, stop: onStop })
    })
  return { running, create }
}
const turns = async () => {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve()
}
/** Whether a promise has answered by now. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false
  void promise.then(() => (done = true))
  await turns()
  return done
}

describe('a backup before the lock', () => {
  it('is waited for, and the window is told that the book is being left', async () => {
    const { running, create } = endless()
    const { world, runner } = start(create)
    const left = runner.leave()
    expect(await isDone(left)).toBe(false)
    expect(runner.state()).toEqual({ jobId: 'job', leaving: true, failure: null })
    running.finish()
    await left
    expect(world.made).toBe(1)
    await turns()
    expect(runner.state()).toEqual(nothing)
  })

  it('is not made without changes, switched off, beside another job, or when no place answers', async () => {
    for (const change of [{ changed: false }, { onLock: false }, { free: false }]) {
      const { world, runner } = start()
      Object.assign(world, change)
      await runner.leave()
      expect(world.made).toBe(0)
    }
    vi.useFakeTimers()
    const { world, runner } = start()
    world.hangs = true
    const left = runner.leave()
    expect(await isDone(left)).toBe(false)
    await vi.advanceTimersByTimeAsync(5000)
    await left
    vi.useRealTimers()
    expect(world.made).toBe(0)
  })

  it('ends at once when somebody asks again: it is cancelled, and nothing is called a failure', async () => {
    const { running, create } = endless()
    const { world, runner } = start(create)
    const left = runner.leave()
    await turns()
    await runner.leave()
    expect(await isDone(left)).toBe(true)
    expect(world.cancelled).toBe(1)
    expect(await isDone(runner.settled())).toBe(false)
    running.stop()
    // The lock has taken the keys away meanwhile.
    running.fail(new AppError('core.locked'))
    await runner.settled()
    expect(world.failure).toBeNull()
  })

  it('does not hold a lock that cannot wait: whoever cancels all jobs ends it', async () => {
    const { running, create } = endless()
    const { runner } = start(create)
    const left = runner.leave()
    await turns()
    running.stop()
    expect(await isDone(left)).toBe(true)
  })

  it('does not wait for a look that began before, right after the unlock', async () => {
    const { world, runner } = start()
    world.hangs = true
    void runner.tick()
    await turns()
    world.hangs = false
    await runner.leave()
    expect(world.made).toBe(1)
  })

  it('is the one that already runs by itself', async () => {
    const { running, create } = endless()
    const { world, runner } = start(create)
    const ticked = runner.tick()
    await turns()
    const left = runner.leave()
    expect(await isDone(left)).toBe(false)
    expect(runner.state().leaving).toBe(true)
    world.changed = false
    running.finish()
    await Promise.all([left, ticked])
    expect(world.made).toBe(1)
  })

  it('comes after one that was cancelled at the lock before and still tidies up', async () => {
    const { running, create } = endless()
    const { world, runner } = start(create)
    const first = runner.leave()
    await turns()
    await runner.leave()
    await first
    const second = runner.leave()
    await turns()
    expect(world.made).toBe(1)
    running.fail(new AppError('core.cancelled'))
    await turns()
    expect(world.made).toBe(2)
    running.finish()
    await second
  })

  it('that fails lets the book lock and is told after the next unlock', async () => {
    const { world, runner } = start(() => Promise.reject(new AppError('backups.target-gone')))
    await runner.leave()
    await turns()
    runner.reset()
    expect(runner.state().failure).toEqual({ at: now, code: 'backups.target-gone' })
    expect(world.made).toBe(1)
  })
})
