import { describe, expect, it } from 'vitest'
import { AppError } from '@shared/core/errors'
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

function start(create: () => Promise<unknown> = () => Promise.resolve()) {
  const world = { free: true, made: 0, changes: 0 }
  const runner = createScheduleRunner({
    isFree: () => world.free,
    look: (appeared, failedAt) =>
      Promise.resolve({
        now,
        schedule: { daily: true, onDrive: true, rotate: true },
        last: { startedAt: now - 2 * 86_400_000 },
        lastPlace: place,
        drives: [],
        appeared,
        failedAt,
      }),
    topOf: ({ drive }) => drive,
    create: () => {
      world.made++
      return create()
    },
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
    expect(runner.state()).toEqual({ jobId: null, failure: null })
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
    expect(runner.state()).toEqual({ jobId: null, failure: null })
  })
})
